package io.numberferry.sandbox.simulator.state;

import io.numberferry.sandbox.simulator.wire.Api;
import io.numberferry.sandbox.simulator.world.Rate;
import io.numberferry.sandbox.simulator.world.Rates;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// One bucket per API. Not safe for use by several threads.
public final class Quotas {
    private final Rates rates;
    private final double scale;
    private final Map<Api, Bucket> buckets = new HashMap<>();

    /// @param scale multiplies every rate and burst
    public Quotas(Rates rates, double scale) {
        this.rates = rates;
        this.scale = scale;
    }

    /// Whether a call at that instant is within the API's quota; if it is, it is counted.
    public boolean admit(Api api, Instant now) {
        return buckets.computeIfAbsent(api, key -> new Bucket(scaled(key), now)).take(now);
    }

    private Rate scaled(Api api) {
        return rates.of(api).times(scale);
    }
}
