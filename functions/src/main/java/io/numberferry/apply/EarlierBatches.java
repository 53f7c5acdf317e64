package io.numberferry.apply;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// How rows of earlier batches ended that rows of this batch build on. Reads the journal when first
/// asked, the nearest batch first and no further than it must.
///
/// Safe for use by several threads.
final class EarlierBatches implements LaneRun.Earlier {
    private final Journal journal;
    private final Batch batch;
    private final AtomicReference<Optional<Map<Integer, Outcome>>> outcomes = new AtomicReference<>(Optional.empty());

    EarlierBatches(Journal journal, Batch batch) {
        this.journal = journal;
        this.batch = batch;
    }

    @Override
    public Optional<Outcome> outcome(int line) {
        Map<Integer, Outcome> ended = outcomes.get().orElseGet(this::read);
        return Optional.ofNullable(ended.get(line));
    }

    @Override
    public boolean hold(int line) {
        return line < batch.items().getFirst().line();
    }

    /// Two threads may both read: that costs a query, where a lock that is held across it would keep everyone waiting
    /// for a journal that is slow.
    private Map<Integer, Outcome> read() {
        Map<Integer, Outcome> ended = new HashMap<>();
        Set<Integer> wanted = linesBefore();
        for (int number = batch.id().number() - 1; number >= 1 && !wanted.isEmpty(); number--) {
            BatchId id = new BatchId(batch.id().job(), batch.id().lane(), number);
            for (Journal.Entry entry : journal.read(id)) {
                if (wanted.remove(entry.line())) {
                    entry.outcome().ifPresent(outcome -> ended.put(entry.line(), outcome));
                }
            }
        }
        outcomes.set(Optional.of(ended));
        return ended;
    }

    private Set<Integer> linesBefore() {
        Set<Integer> lines = batch.items().stream()
                .flatMapToInt(planned -> planned.after().stream())
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
        batch.items().forEach(planned -> lines.remove(planned.line()));
        return lines;
    }
}
