package io.numberferry.sandbox.simulator;

import java.time.Duration;

/// Lets time pass: latency and late answers. Tests put a clock forward instead.
@FunctionalInterface
public interface Pause {
    /// @param time zero or more
    void of(Duration time) throws InterruptedException;
}
