package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.Journal.Entry;
import io.numberferry.apply.Journal.Lease;
import io.numberferry.apply.Journal.State;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What every journal promises to workers that run at the same time.
public abstract class JournalRaces extends JournalFencing {
    private static final int WORKERS = 16;

    @Test
    void noTwoTakingsGetTheSameEpoch() throws Exception {
        List<Long> epochs = Race.of(workers(
                number -> () -> journal().take(batch, "worker " + number).epoch()));

        assertThat(epochs)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, WORKERS).boxed().toList());
    }

    @RepeatedTest(10)
    void oneOfManyIntentsOfEqualRightWins() throws Exception {
        journal().take(batch, "worker");

        List<Boolean> answers =
                Race.of(workers(number -> () -> journal().intend(new Lease(batch, "worker " + number, 1), intent(2))));

        assertThat(answers).containsOnlyOnce(true);
    }

    @RepeatedTest(10)
    void theLatestOfManyLeasesHasTheRow() throws Exception {
        List<Lease> leases = leases();

        List<Boolean> intended =
                Race.of(leases.stream().map(lease -> intending(lease, 2)).toList());
        List<Boolean> finished =
                Race.of(leases.stream().map(lease -> finishing(lease, 2)).toList());

        assertThat(intended.getLast()).isTrue();
        assertThat(finished).containsOnlyOnce(true);
        assertThat(finished.getLast()).isTrue();
    }

    @RepeatedTest(10)
    void oneOfManyWorkersEndsTheRow() throws Exception {
        List<Callable<Boolean>> workers = leases().stream()
                .<Callable<Boolean>>map(lease ->
                        () -> intending(lease, 2).call() && finishing(lease, 2).call())
                .toList();

        assertThat(Race.of(workers)).containsOnlyOnce(true);
    }

    @RepeatedTest(10)
    void aRowIsEitherSkippedOrIntended() throws Exception {
        List<Callable<Boolean>> workers = leases().stream()
                .<Callable<Boolean>>map(lease -> lease.epoch() % 2 == 0
                        ? intending(lease, 2)
                        : () -> journal().skip(lease, 2, DONE))
                .toList();

        List<Boolean> answers = Race.of(workers);

        boolean skipped = journal().read(batch).getFirst().state() == State.DONE;
        assertThat(skippers(answers)).hasSize(skipped ? 1 : 0);
        assertThat(answers).contains(true);
    }

    private static List<Boolean> skippers(List<Boolean> answers) {
        return IntStream.range(0, WORKERS)
                .filter(index -> index % 2 == 0)
                .mapToObj(answers::get)
                .filter(answer -> answer)
                .toList();
    }

    @Test
    void twoWorkersOnOneBatchEndEachRowOnce() throws Exception {
        List<Integer> lines = IntStream.rangeClosed(2, 41).boxed().toList();
        List<Callable<Long>> workers = List.of(
                worker(journal().take(batch, "worker 1"), lines),
                worker(journal().take(batch, "worker 2"), lines.reversed()));

        List<Long> ended = Race.of(workers);

        assertThat(ended.stream().mapToLong(Long::longValue).sum()).isEqualTo(lines.size());
        assertThat(journal().read(batch)).extracting(Entry::line).containsExactlyElementsOf(lines);
        assertThat(journal().read(batch)).extracting(Entry::state).containsOnly(State.DONE);
    }

    /// @return how many rows it ended
    private Callable<Long> worker(Lease lease, List<Integer> lines) {
        return () -> lines.stream()
                .filter(line -> journal().intend(lease, intent(line)))
                .filter(line -> journal().finish(lease, line, DONE))
                .count();
    }

    private List<Lease> leases() {
        return IntStream.rangeClosed(1, WORKERS)
                .mapToObj(number -> journal().take(batch, "worker " + number))
                .toList();
    }

    private Callable<Boolean> intending(Lease lease, int line) {
        return () -> journal().intend(lease, intent(line));
    }

    private Callable<Boolean> finishing(Lease lease, int line) {
        return () -> journal().finish(lease, line, DONE);
    }

    private static <T> List<Callable<T>> workers(IntFunction<Callable<T>> worker) {
        return IntStream.rangeClosed(1, WORKERS).mapToObj(worker).toList();
    }
}
