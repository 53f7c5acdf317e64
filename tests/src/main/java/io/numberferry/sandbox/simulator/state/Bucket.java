package io.numberferry.sandbox.simulator.state;

import io.numberferry.sandbox.simulator.world.Rate;
import java.time.Duration;
import java.time.Instant;

/// The permits of one API: full at first, refilled continuously, never above the burst.
final class Bucket {
    private final Rate rate;
    private double permits;
    private Instant filledAt;

    Bucket(Rate rate, Instant now) {
        this.rate = rate;
        this.permits = rate.burst();
        this.filledAt = now;
    }

    /// Takes a permit when there is one; a refused call costs none. A clock that steps back refills nothing.
    boolean take(Instant now) {
        double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
        permits = Math.min(rate.burst(), permits + seconds * rate.perSecond());
        filledAt = now;
        if (permits < 1 - 1e-9) {
            return false;
        }
        permits -= 1;
        return true;
    }
}
