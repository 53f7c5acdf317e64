package io.numberferry.aws.storage;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.Lane;
import io.numberferry.domain.PlannedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The files of one lane's batches, of which at most one is open.
final class LaneFiles implements AutoCloseable {
    private final Lane lane;
    private final String attempt;
    private final Function<String, LineFile> files;
    private final List<BatchRef> batches = new ArrayList<>();
    private Optional<Open> open = Optional.empty();

    private record Open(BatchId batch, LineFile file) {}

    /// @param attempt whose files they are
    /// @param files opens a file by its key
    LaneFiles(Lane lane, String attempt, Function<String, LineFile> files) {
        this.lane = lane;
        this.attempt = attempt;
        this.files = files;
    }

    Lane lane() {
        return lane;
    }

    void add(BatchId batch, PlannedItem planned) {
        if (open.isEmpty() || !open.get().batch().equals(batch)) {
            complete();
            begin(batch);
        }
        open.orElseThrow().file().add(planned.line(), PlannedLine.of(planned));
    }

    private void begin(BatchId batch) {
        int expected = batches.size() + 1;
        if (batch.number() != expected) {
            throw new IllegalArgumentException(
                    "lane %s goes on with batch %d, not %d".formatted(lane.label(), expected, batch.number()));
        }
        open = Optional.of(new Open(batch, files.apply(PlanKeys.batch(batch, attempt))));
    }

    /// Completes the open batch, if there is one.
    void complete() {
        open.ifPresent(last -> {
            last.file().complete();
            batches.add(BatchRef.of(last.batch(), last.file().rows(), PlanKeys.batch(last.batch(), attempt)));
        });
        open = Optional.empty();
    }

    /// Those that are complete, by number.
    List<BatchRef> batches() {
        return List.copyOf(batches);
    }

    PlanHeader.LaneSize size() {
        int rows = batches.stream().mapToInt(BatchRef::rows).sum();
        return new PlanHeader.LaneSize(lane, batches.size(), rows);
    }

    @Override
    public void close() {
        open.ifPresent(last -> last.file().close());
    }
}
