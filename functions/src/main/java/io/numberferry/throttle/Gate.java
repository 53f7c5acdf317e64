package io.numberferry.throttle;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// One API's permits in hand. Guards its own state and never waits.
final class Gate {
    /// Up to this many calls use the whole burst: slack would cost them more than a rare throttle does.
    private static final int SHORT_RUN = 50;

    /// The part of a second's calls that may arrive out of order. Enough for 0.4 s of jitter in measurements.
    private static final double SLACK = 0.02;

    /// Leave to send, or not yet.
    sealed interface Turn {}

    /// A permit.
    ///
    /// @param start not earlier than this
    /// @param series which the permit belongs to; a throttle ends a series, and its permits with it
    record Go(Instant start, int series) implements Turn {}

    /// The first call of this API is out; what it teaches comes first.
    record AwaitFirst() implements Turn {}

    private enum Phase {
        COLD,
        FIRST_CALL_OUT,
        OPEN
    }

    private final QuotaStore store;
    private final Api api;
    private final Quota published;
    private final int block;
    private final Deque<Instant> permits = new ArrayDeque<>();
    private Phase phase = Phase.COLD;
    private Quota quota;
    private int series;
    private int expected;
    private int successes;

    Gate(QuotaStore store, Api api, Quota quota, int block) {
        this.store = store;
        this.api = api;
        this.published = quota;
        this.quota = quota;
        this.block = block;
    }

    synchronized void expect(int calls) {
        expected = Math.max(0, expected + calls);
        if (expected > SHORT_RUN) {
            quota = withSlack(published);
        }
    }

    synchronized Turn next(Instant now) {
        return switch (phase) {
            case COLD -> {
                phase = Phase.FIRST_CALL_OUT;
                yield new Go(take(1, now), series);
            }
            case FIRST_CALL_OUT -> new AwaitFirst();
            case OPEN -> new Go(take(Math.clamp(expected, 1, block), now), series);
        };
    }

    /// Tells whether a permit is still good after the wait for it: a throttle in between takes all permits
    /// back.
    synchronized boolean stillHolds(Go permit) {
        return permit.series() == series;
    }

    synchronized void learn(Instant sentAt, Feedback feedback, Instant now) {
        if (phase == Phase.FIRST_CALL_OUT) {
            store.firstAnswered(api, quota, now);
            phase = Phase.OPEN;
        }
        switch (feedback) {
            case SUCCEEDED -> successes++;
            case NO_EVIDENCE -> {}
            case THROTTLED -> {
                permits.clear();
                series++;
                store.throttled(api, quota, sentAt, now);
            }
        }
    }

    /// Keeps permits back for calls that overtake each other on the way.
    private static Quota withSlack(Quota quota) {
        int slack = Math.max(1, (int) Math.ceil(SLACK * quota.ratePerSecond()));
        return new Quota(quota.ratePerSecond(), Math.max(1, quota.burst() - slack));
    }

    private Instant take(int wanted, Instant now) {
        if (permits.isEmpty()) {
            permits.addAll(store.reserve(api, quota, new Ask(wanted, successes), now));
            successes = 0;
        }
        expected = Math.max(0, expected - 1);
        return permits.removeFirst();
    }
}
