package io.numberferry.sandbox.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is told to go on. Safe for use by several threads.
final class VirtualTime implements InstantSource {
    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
