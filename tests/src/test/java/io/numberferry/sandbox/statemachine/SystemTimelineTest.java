package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// None of these waits for time to pass: a limit is either beyond reach or reached at once.
@Timeout(60)
class SystemTimelineTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Timeline timeline = new SystemTimeline();

    @Test
    void workWithinItsLimitGivesItsResult() throws Exception {
        assertThat(timeline.within(NEVER, () -> "done")).isEqualTo("done");
    }

    @Test
    void workBeyondItsLimitIsLeft() {
        assertThatThrownBy(() -> timeline.within(Duration.ofNanos(1), () -> blocked(new CountDownLatch(1))))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        StateFailure failure = new StateFailure("X", "why");
        assertThatThrownBy(() -> timeline.within(NEVER, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void anInterruptedCallerInterruptsTheWork() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                timeline.within(NEVER, () -> {
                    working.countDown();
                    return blocked(interrupted);
                });
            } catch (InterruptedException | TimeoutException e) {
                thrown.add(e);
            }
        });
        working.await();
        caller.interrupt();
        caller.join();
        interrupted.await();
        assertThat(thrown).hasExactlyElementsOfTypes(InterruptedException.class);
    }

    private static String blocked(CountDownLatch interrupted) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } finally {
            interrupted.countDown();
        }
        return "never";
    }
}
