package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FanOutTest {
    /// Notes how much is under way after each change.
    private static final class UnderWay implements FanOut.Watcher<Integer> {
        private final List<Integer> counts = new ArrayList<>();
        private final Integer[] results;
        private int count;

        UnderWay(int total) {
            results = new Integer[total];
        }

        @Override
        public void started() {
            counts.add(++count);
        }

        @Override
        public void ended(int index, Integer result) {
            counts.add(--count);
            results[index] = result;
        }
    }

    @Test
    void asMuchIsUnderWayAsMayBeAndNeverMore() throws Exception {
        UnderWay watcher = new UnderWay(5);
        FanOut.run(5, 2, index -> index * 10, watcher);
        assertThat(watcher.counts).containsExactly(1, 2, 1, 2, 1, 2, 1, 2, 1, 0);
        assertThat(watcher.results).containsExactly(0, 10, 20, 30, 40);
    }

    @Test
    void nothingToDoIsDoneAtOnce() throws Exception {
        UnderWay watcher = new UnderWay(0);
        FanOut.run(0, 2, index -> index, watcher);
        assertThat(watcher.counts).isEmpty();
    }

    @Test
    void whatThrowsStopsTheRestAndStartsNoMore() {
        CountDownLatch interrupted = new CountDownLatch(1);
        UnderWay watcher = new UnderWay(10);
        assertThatThrownBy(() -> FanOut.run(
                        10,
                        2,
                        index -> {
                            if (index == 0) {
                                throw new IllegalArgumentException("zero");
                            }
                            return untilInterrupted(interrupted);
                        },
                        watcher))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zero");
        assertThat(interrupted.getCount()).isZero();
        assertThat(watcher.counts).containsExactly(1, 2);
    }

    @Test
    void anInterruptedCallerInterruptsWhatRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                FanOut.run(
                        1,
                        1,
                        _ -> {
                            running.countDown();
                            return untilInterrupted(interrupted);
                        },
                        new UnderWay(1));
            } catch (InterruptedException e) {
                thrown.add(e);
            }
        });
        running.await();
        caller.interrupt();
        caller.join();
        assertThat(interrupted.getCount()).isZero();
        assertThat(thrown).hasSize(1);
    }

    private static Integer untilInterrupted(CountDownLatch interrupted) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
        return 0;
    }
}
