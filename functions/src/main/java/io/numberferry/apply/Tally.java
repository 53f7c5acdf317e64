package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import java.util.EnumMap;
import java.util.Map;

/// Counts calls as they are sent. Safe for use by several threads.
public final class Tally {
    private final Map<Api, CallCount> counts = new EnumMap<>(Api.class);

    synchronized void add(Api api, CallCount count) {
        counts.merge(api, count, CallCount::plus);
    }

    /// What was counted since the last time, and starts again from nothing.
    public synchronized Map<Api, CallCount> drain() {
        Map<Api, CallCount> drained = new EnumMap<>(Api.class);
        drained.putAll(counts);
        counts.clear();
        return drained;
    }
}
