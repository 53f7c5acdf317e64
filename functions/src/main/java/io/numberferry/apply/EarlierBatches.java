package io.numberferry.apply;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How rows of earlier batches ended that rows of this batch build on. Reads the journal once, when first
/// asked, the nearest batch first and no further than it must.
///
/// Safe for use by several threads.
final class EarlierBatches implements LaneRun.Earlier {
    private final Journal journal;
    private final Batch batch;
    private final Map<Integer, Outcome> outcomes = new HashMap<>();
    private boolean read;

    EarlierBatches(Journal journal, Batch batch) {
        this.journal = journal;
        this.batch = batch;
    }

    @Override
    public synchronized Optional<Outcome> outcome(int line) {
        if (!read) {
            read();
            read = true;
        }
        return Optional.ofNullable(outcomes.get(line));
    }

    @Override
    public boolean hold(int line) {
        return line < batch.items().getFirst().line();
    }

    private void read() {
        Set<Integer> wanted = linesBefore();
        for (int number = batch.id().number() - 1; number >= 1 && !wanted.isEmpty(); number--) {
            BatchId id = new BatchId(batch.id().job(), batch.id().lane(), number);
            for (Journal.Entry entry : journal.read(id)) {
                if (wanted.remove(entry.line())) {
                    entry.outcome().ifPresent(outcome -> outcomes.put(entry.line(), outcome));
                }
            }
        }
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
