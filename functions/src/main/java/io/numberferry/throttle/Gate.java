package io.numberferry.throttle;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// One API's permits in hand. Guards its own state and never waits.
///
/// Permits are reserved a block at a time, and the next block only when the last permit of the one before is
/// due. A permit that was reserved and not used is lost to everyone who shares the quota, so no more than a
/// block can be lost: to a throttle, a deadline or a dead worker.
final class Gate {
    /// Up to this many calls use the whole burst: slack would cost them more than a rare throttle does.
    private static final int SHORT_RUN = 50;

    /// The time by which the burst may arrive late. The service's bucket is full until then, so what it would
    /// have been refilled with is lost; a new connection alone takes tens of milliseconds on loopback and one
    /// or two hundred to AWS. The time is what it costs a long run, once.
    private static final Duration SLACK = Duration.ofMillis(160);

    /// Permits are reserved for this much time at once: rarely enough to make a shared store cheap, and
    /// little is lost with them.
    private static final Duration BLOCK = Duration.ofSeconds(2);

    /// Permits that are due at once are reserved for this much time only, and are lost after it. They show that
    /// the bucket has some of its burst left; those that wait in hand while it fills up would come on top of
    /// what it then gives.
    private static final Duration FRESH = Duration.ofMillis(100);

    /// How often a waiting call looks whether the first one has been answered.
    private static final Duration FIRST_CALL_POLL = Duration.ofMillis(10);

    /// Leave to send, or not.
    sealed interface Turn {}

    /// A permit.
    ///
    /// @param start not earlier than this
    /// @param series which the permit belongs to; a throttle ends a series, and its permits with it
    record Go(Instant start, int series) implements Turn {}

    /// Others come first.
    ///
    /// @param until when to ask again
    record Later(Instant until) implements Turn {}

    /// No permit is due before the limit.
    record TooLate() implements Turn {}

    private enum Phase {
        COLD,
        FIRST_CALL_OUT,
        OPEN
    }

    private final QuotaStore store;
    private final Api api;
    private final Quota published;
    private final int block;
    private final int few;
    private final Deque<Instant> permits = new ArrayDeque<>();
    private Phase phase = Phase.COLD;
    private Quota quota;
    private Instant latest = Instant.MIN;
    private Instant reservedAt = Instant.EPOCH;
    /// Whether the permits that were reserved last were due at once.
    private boolean burstLeft = true;

    private int series;
    /// How many permits to reserve at once. One after a throttle, then twice as many each time: those that
    /// are reserved at a low rate would keep the next ones from a higher one.
    private int ahead;

    private int expected;
    private int inLine;
    private int successes;

    Gate(QuotaStore store, Api api, Quota quota) {
        this.store = store;
        this.api = api;
        this.published = quota;
        this.quota = quota;
        this.block = calls(quota, BLOCK);
        this.few = calls(quota, FRESH);
        this.ahead = block;
    }

    synchronized void expect(int calls) {
        expected = Math.max(0, expected + calls);
        if (expected > SHORT_RUN) {
            quota = withSlack(published);
        }
    }

    /// One more call waits for a permit.
    synchronized void enter() {
        inLine++;
    }

    /// One that waited has a permit, or gave up.
    synchronized void leave() {
        inLine--;
    }

    /// @param limit a permit that is due at or after this is of no use
    synchronized Turn next(Instant now, Instant limit) {
        return switch (phase) {
            case COLD -> {
                Turn turn = take(1, now, limit);
                phase = turn instanceof Go ? Phase.FIRST_CALL_OUT : Phase.COLD;
                yield turn;
            }
            case FIRST_CALL_OUT -> later(now.plus(FIRST_CALL_POLL), limit);
            case OPEN -> take(Math.clamp(Math.max(expected, inLine), 1, ahead), now, limit);
        };
    }

    /// Tells whether a permit is still good after the wait for it: a throttle in between takes all permits
    /// back.
    synchronized boolean stillHolds(Go permit) {
        return permit.series() == series;
    }

    /// A permit will not be used. If it was for the first call, the next call is the first.
    synchronized void giveBack() {
        if (phase == Phase.FIRST_CALL_OUT) {
            phase = Phase.COLD;
        }
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
                latest = now;
                ahead = 1;
                series++;
                store.throttled(api, quota, sentAt, now);
            }
        }
    }

    /// Keeps permits back for calls that overtake each other on the way.
    private static Quota withSlack(Quota quota) {
        return new Quota(quota.ratePerSecond(), Math.max(1, quota.burst() - calls(quota, SLACK)));
    }

    private Turn take(int wanted, Instant now, Instant limit) {
        if (burstLeft && now.isAfter(reservedAt.plus(FRESH))) {
            permits.clear();
        }
        if (permits.isEmpty()) {
            if (latest.isAfter(now)) {
                return later(latest, limit);
            }
            reserve(burstLeft ? Math.min(few, wanted) : wanted, now);
        }
        if (!permits.getFirst().isBefore(limit)) {
            return new TooLate();
        }
        latest = permits.removeFirst();
        expected = Math.max(0, expected - 1);
        return new Go(latest, series);
    }

    private void reserve(int wanted, Instant now) {
        permits.addAll(store.reserve(api, quota, new Ask(wanted, successes), now));
        successes = 0;
        ahead = Math.min(block, 2 * ahead);
        reservedAt = now;
        burstLeft = !permits.getLast().isAfter(now);
    }

    private static int calls(Quota quota, Duration time) {
        return Math.max(1, (int) Math.ceil(quota.ratePerSecond() * time.toMillis() / 1000));
    }

    private static Turn later(Instant until, Instant limit) {
        return until.isBefore(limit) ? new Later(until) : new TooLate();
    }
}
