package io.numberferry.throttle;

import io.numberferry.domain.Api;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Lets calls out at the pace of their quotas. The only class that waits for a permit.
///
/// A worker first waits here, then takes its next row: a row that waits is a row that others cannot take.
/// The first call of an API goes alone, and the others wait for its answer, because the first call of a cold
/// process takes half a second to load classes and would arrive in the middle of the burst that it was meant
/// to lead.
///
/// Safe for use by several threads.
public final class Pacer {
    private final QuotaStore store;
    private final Quotas quotas;
    private final Timeline timeline;
    private final Map<Api, Gate> gates = new EnumMap<>(Api.class);

    public Pacer(QuotaStore store, Quotas quotas, Timeline timeline) {
        this.store = store;
        this.quotas = quotas;
        this.timeline = timeline;
    }

    /// Tells how many more calls of an API are certain, so that no more permits are reserved than will be
    /// used.
    public void expect(Api api, int calls) {
        gate(api).expect(calls);
    }

    /// Waits until a call may be sent. Every permit must come back, to [#learn] or to [#giveBack].
    ///
    /// @param limit the call is of no use at or after this
    /// @return now, which is when the call is to be sent; empty, and at once, when its turn would come too
    /// late
    public Optional<Instant> acquire(Api api, Instant limit) throws InterruptedException {
        Gate gate = gate(api);
        gate.enter();
        try {
            return acquire(gate, limit);
        } finally {
            gate.leave();
        }
    }

    private Optional<Instant> acquire(Gate gate, Instant limit) throws InterruptedException {
        while (true) {
            switch (gate.next(timeline.now(), limit)) {
                case Gate.Go permit -> {
                    timeline.sleepUntil(permit.start());
                    if (gate.stillHolds(permit)) {
                        return Optional.of(timeline.now());
                    }
                }
                case Gate.Later(Instant until) -> timeline.sleepUntil(until);
                case Gate.TooLate() -> {
                    return Optional.empty();
                }
            }
        }
    }

    /// Reports how a call ended.
    ///
    /// @param sentAt what [#acquire] returned for it
    public void learn(Api api, Instant sentAt, Feedback feedback) {
        gate(api).learn(sentAt, feedback, timeline.now());
    }

    /// Reports that a permit is not used. It is lost to the quota.
    public void giveBack(Api api) {
        gate(api).giveBack();
    }

    private synchronized Gate gate(Api api) {
        return gates.computeIfAbsent(api, _ -> new Gate(store, api, quotas.of(api)));
    }
}
