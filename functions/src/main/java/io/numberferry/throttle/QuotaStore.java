package io.numberferry.throttle;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import java.time.Instant;
import java.util.List;

/// Keeps one bucket per API for everyone who shares the quota, and applies the arithmetic of [Bucket] to it.
///
/// Safe for use by several threads; a shared store is safe for several processes.
public interface QuotaStore {
    /// Reserves permits for calls that will certainly be sent.
    ///
    /// @param quota the allowance to keep to
    /// @return one instant per permit, ascending: the call must not be sent earlier
    List<Instant> reserve(Api api, Quota quota, Ask ask, Instant now);

    /// Tells that the first call of a cold process has only now been answered: it may have reached the
    /// service long after its permit, so the bucket counts from here.
    void firstAnswered(Api api, Quota quota, Instant now);

    /// Tells that the service refused a call as too fast. Slows everyone down.
    ///
    /// @param sentAt when the refused call was sent
    void throttled(Api api, Quota quota, Instant sentAt, Instant now);
}
