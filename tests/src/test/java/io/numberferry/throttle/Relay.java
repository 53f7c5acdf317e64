package io.numberferry.throttle;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Who may go on in a [VirtualTime]: its runner, or one strand after the other until one gives back to the runner.
final class Relay {
    /// A strand that does not come back in so much real time hangs outside of the clock.
    private static final int HUNG_SECONDS = 30;

    private final Semaphore back = new Semaphore(0);
    /// By it a strand that hangs is told from many that go on.
    private final AtomicInteger turns = new AtomicInteger();

    /// A strand begins a turn.
    void turn() {
        turns.incrementAndGet();
    }

    /// The runner may go on.
    void giveBack() {
        back.release();
    }

    /// The runner waits for its turn.
    ///
    /// @param hung what is thrown when no strand comes to an end of its turn
    void await(Supplier<AssertionError> hung) {
        try {
            int seen = turns.get();
            while (!back.tryAcquire(HUNG_SECONDS, TimeUnit.SECONDS)) {
                if (turns.get() == seen) {
                    throw hung.get();
                }
                seen = turns.get();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("the test was interrupted", e);
        }
    }
}
