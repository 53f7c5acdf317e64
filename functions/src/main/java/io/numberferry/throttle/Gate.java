package io.numberferry.throttle;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// One API's permits in hand. Guards its own state and never waits.
final class Gate {
    /// Leave to send, or not yet.
    sealed interface Turn {}

    /// A permit.
    ///
    /// @param start not earlier than this
    record Go(Instant start) implements Turn {}

    /// The first call of this API is out; what it teaches comes first.
    record AwaitFirst() implements Turn {}

    private enum Phase {
        COLD,
        FIRST_CALL_OUT,
        OPEN
    }

    private final QuotaStore store;
    private final Api api;
    private final Quota quota;
    private final int block;
    private final Deque<Instant> permits = new ArrayDeque<>();
    private Phase phase = Phase.COLD;
    private Instant drainedAt = Instant.EPOCH;
    private int expected;
    private int successes;

    Gate(QuotaStore store, Api api, Quota quota, int block) {
        this.store = store;
        this.api = api;
        this.quota = quota;
        this.block = block;
    }

    synchronized void expect(int calls) {
        expected = Math.max(0, expected + calls);
    }

    synchronized Turn next(Instant now) {
        return switch (phase) {
            case COLD -> {
                phase = Phase.FIRST_CALL_OUT;
                yield new Go(take(1, now));
            }
            case FIRST_CALL_OUT -> new AwaitFirst();
            case OPEN -> new Go(take(Math.clamp(expected, 1, block), now));
        };
    }

    /// Tells whether a permit is still good after the wait for it: a throttle in between takes all permits back.
    synchronized boolean stillHolds(Instant start) {
        return start.isAfter(drainedAt);
    }

    synchronized void learn(Instant sentAt, Feedback feedback, Instant now) {
        phase = Phase.OPEN;
        switch (feedback) {
            case SUCCEEDED -> successes++;
            case NO_EVIDENCE -> {}
            case THROTTLED -> {
                permits.clear();
                drainedAt = now;
                store.throttled(api, quota, sentAt, now);
            }
        }
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
