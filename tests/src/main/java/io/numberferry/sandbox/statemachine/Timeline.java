package io.numberferry.sandbox.statemachine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/// All that a state machine does with time, so that tests need not wait. Several threads use it at once.
public interface Timeline {
    Instant now();

    /// Returns after a time that is not negative.
    void sleep(Duration duration) throws InterruptedException;

    /// Does some work, and leaves it when it takes longer than the limit.
    ///
    /// @throws TimeoutException when the limit was reached first; the work was interrupted, and may still
    ///         go on
    /// @throws InterruptedException when the caller was interrupted; so was the work
    <T> T within(Duration limit, Work<T> work) throws InterruptedException, TimeoutException;

    /// @param <T> what the work gives
    interface Work<T> {
        T run() throws InterruptedException;
    }
}
