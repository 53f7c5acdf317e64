package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// Counts calls as they are sent, in all and over time. Safe for use by several threads.
public final class Tally {
    private final Map<Api, CallCount> counts = new EnumMap<>(Api.class);
    private final Listener listener;
    private final Map<Api, CallSeries> series = new EnumMap<>(Api.class);

    /// Is told of each call when it was sent.
    interface Listener {
        void sent(Api api, CallCount count, Instant sentAt);
    }

    public Tally() {
        this((_, _, _) -> {});
    }

    Tally(Listener listener) {
        this.listener = listener;
    }

    synchronized void add(Api api, CallCount count, Instant sentAt) {
        counts.merge(api, count, CallCount::plus);
        series.merge(api, CallSeries.of(sentAt, count), CallSeries::plus);
        listener.sent(api, count, sentAt);
    }

    /// What was counted since the last time, and starts again from nothing.
    public synchronized Map<Api, CallCount> drain() {
        Map<Api, CallCount> drained = new EnumMap<>(Api.class);
        drained.putAll(counts);
        counts.clear();
        return drained;
    }

    /// When everything that was ever counted was sent.
    public synchronized Map<Api, CallSeries> series() {
        Map<Api, CallSeries> sent = new EnumMap<>(Api.class);
        sent.putAll(series);
        return sent;
    }
}
