package io.numberferry.throttle;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Quotas for one process that has them to itself.
public final class InMemoryQuotaStore implements QuotaStore {
    private final Map<Api, Bucket> buckets = new EnumMap<>(Api.class);

    @Override
    public synchronized List<Instant> reserve(Api api, Quota quota, Ask ask, Instant now) {
        Bucket.Reservation reservation = bucket(api).reserve(quota, ask, now);
        buckets.put(api, reservation.next());
        return reservation.starts();
    }

    @Override
    public synchronized void firstAnswered(Api api, Quota quota, Instant now) {
        buckets.put(api, bucket(api).countingFrom(quota, now));
    }

    @Override
    public synchronized void throttled(Api api, Quota quota, Instant sentAt, Instant now) {
        buckets.put(api, bucket(api).throttled(quota, sentAt, now));
    }

    private Bucket bucket(Api api) {
        return buckets.getOrDefault(api, Bucket.full());
    }
}
