package io.numberferry.throttle;

import java.time.Instant;

/// The clock and the only way to wait. Tests put virtual time here.
///
/// Safe for use by several threads.
public interface Timeline {
    Instant now();

    /// Returns at the instant or later; at once when it has passed.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted
    void sleepUntil(Instant instant) throws InterruptedException;
}
