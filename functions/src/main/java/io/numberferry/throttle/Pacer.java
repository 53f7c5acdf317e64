package io.numberferry.throttle;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// Lets calls out at the pace of their quotas. The only class that waits for a permit.
///
/// A worker first waits here, then takes its next row: a row that waits is a row that others cannot take.
/// The first call of an API goes alone, and the others wait for its answer, because the first call of a cold
/// process takes half a second to load classes and would arrive in the middle of the burst that it was meant
/// to lead.
///
/// Safe for use by several threads.
public final class Pacer {
    /// Permits are reserved for this much time at once: rarely enough to make a shared store cheap, and
    /// little is lost when a worker dies with permits in hand.
    private static final Duration BLOCK = Duration.ofSeconds(2);

    /// How often a waiting call looks whether the first one has been answered.
    private static final Duration FIRST_CALL_POLL = Duration.ofMillis(10);

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

    /// Waits until a call may be sent.
    ///
    /// @return now, which is when the call is to be sent; to be handed back to [#learn]
    public Instant acquire(Api api) throws InterruptedException {
        Gate gate = gate(api);
        while (true) {
            switch (gate.next(timeline.now())) {
                case Gate.Go permit -> {
                    timeline.sleepUntil(permit.start());
                    if (gate.stillHolds(permit)) {
                        return timeline.now();
                    }
                }
                case Gate.AwaitFirst() -> timeline.sleepUntil(timeline.now().plus(FIRST_CALL_POLL));
            }
        }
    }

    /// Reports how a call ended.
    ///
    /// @param sentAt what [#acquire] returned for it
    public void learn(Api api, Instant sentAt, Feedback feedback) {
        gate(api).learn(sentAt, feedback, timeline.now());
    }

    private synchronized Gate gate(Api api) {
        return gates.computeIfAbsent(api, this::newGate);
    }

    private Gate newGate(Api api) {
        Quota quota = quotas.of(api);
        int block = (int) Math.ceil(quota.ratePerSecond() * BLOCK.toMillis() / 1000);
        return new Gate(store, api, quota, Math.max(1, block));
    }
}
