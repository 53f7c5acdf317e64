package io.numberferry.apply;

import io.numberferry.throttle.Pacer;
import io.numberferry.throttle.QuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.Timeline;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Everything that decides when a call goes out.
///
/// @param random for the jitter of retries
public record Pace(Quotas quotas, QuotaStore store, Timeline timeline, RandomGenerator random) {
    /// A caller for one worker.
    ///
    /// @param deadline no call is sent at or after it
    public Caller caller(Tally tally, Instant deadline) {
        return new Caller(new Pacer(store, quotas, timeline), timeline, random, tally, deadline);
    }
}
