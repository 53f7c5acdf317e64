package io.numberferry.throttle;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a call that failed without evidence is sent again: full jitter, so that callers
/// who failed together do not come back together.
///
/// @param base the longest delay before attempt 2
/// @param cap no delay is longer
public record Backoff(Duration base, Duration cap) {
    /// @param attempt the attempt that failed, counted from 1
    /// @return from 0 to min(cap, base x 2^(attempt - 1))
    public Duration delay(int attempt, RandomGenerator random) {
        long ceiling = Math.min(cap.toMillis(), base.toMillis() << Math.min(attempt - 1, 30));
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }
}
