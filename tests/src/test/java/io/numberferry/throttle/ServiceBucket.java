package io.numberferry.throttle;

import io.numberferry.domain.Quota;
import java.time.Duration;
import java.time.Instant;

/// A service's side of a quota: a strict token bucket, full at the start. Written down in tokens, unlike
/// [Bucket], so that one checks the other. A refused call costs no token.
public final class ServiceBucket {
    private final Quota quota;
    private double tokens;
    private Instant filledAt = VirtualTime.START;

    public ServiceBucket(Quota quota) {
        this.quota = quota;
        this.tokens = quota.burst();
    }

    /// Takes a token for a call that arrives now, if there is one.
    public boolean admits(Instant now) {
        fill(now);
        // A call that is a nanosecond early is on time: instants are rounded.
        if (tokens < 1 - 1e-6) {
            return false;
        }
        tokens--;
        return true;
    }

    private void fill(Instant now) {
        double gained = Duration.between(filledAt, now).toNanos() * quota.ratePerSecond() / 1e9;
        tokens = Math.min(quota.burst(), tokens + gained);
        filledAt = now;
    }
}
