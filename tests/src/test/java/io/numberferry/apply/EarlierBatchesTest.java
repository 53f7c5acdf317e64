package io.numberferry.apply;

import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rows that build on rows of earlier batches.
class EarlierBatchesTest {
    private final VirtualTime time = VirtualTime.inOrder();
    private final InMemoryJournal journal = new InMemoryJournal();

    @Test
    void aSlowJournalHoldsNobodyUpButWhoReadsIt() throws InterruptedException {
        Journal.Lease lease = journal.take(Samples.batch(Service.CONNECT, 1), "first");
        journal.skip(lease, 2, Outcome.of(Reason.DONE, ""));
        journal.skip(lease, 3, Outcome.of(Reason.REFUSED, "no"));
        Batch second = World.batch(
                2,
                List.of(
                        after(2, row(4, number(0), Samples.describeAs("a"))),
                        after(3, row(5, number(1), Samples.describeAs("b")))));
        EarlierBatches earlier =
                new EarlierBatches(new DelayedJournal(journal, time, () -> Duration.ofSeconds(1)), second);

        List<Optional<Outcome>> outcomes = new ArrayList<>();
        time.run(() -> {
            Strands.Strand one = time.start(() -> outcomes.add(earlier.outcome(2)));
            Strands.Strand other = time.start(() -> outcomes.add(earlier.outcome(3)));
            one.join();
            other.join();
        });

        assertThat(outcomes.stream().flatMap(Optional::stream).map(Outcome::reason))
                .containsExactlyInAnyOrder(Reason.DONE, Reason.REFUSED);
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(1));
    }
}
