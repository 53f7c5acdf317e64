package io.numberferry.throttle;

import io.numberferry.domain.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The arithmetic of one API's quota: a token bucket in the form of the generic cell rate algorithm, with a
/// rate that is cut when the service throttles and grows back with every call it takes. Pure; reads no clock
/// and never waits.
///
/// One number stands for the fill: the instant at which the bucket would be full again. A call may go when
/// that instant is at most (burst - 1) intervals ahead.
///
/// What the numbers were measured for: a throttle in spite of pacing is usually a burst that arrived late,
/// or someone else's. Cutting the rate at once cost up to 1.67 times the ideal time; so the first throttle
/// of an episode only empties the bucket, and a cut follows when a call sent after that is throttled too.
///
/// @param fullAt when the bucket is full again; in the past for a full one
/// @param factor the share of the quota's rate that is used now, from [#LEAST_FACTOR] to 1
/// @param adjustedAt when a throttle was last answered; calls sent before say nothing new
public record Bucket(Instant fullAt, double factor, Instant adjustedAt) {
    /// A rate never falls below this share, so that a lane always finds out when a storm is over.
    static final double LEAST_FACTOR = 0.05;

    /// One cut. Small enough that a rival's burst costs little, large enough to end a storm in a few cuts.
    static final double CUT = 0.8;

    /// What one successful call adds to the factor. A cut of a fifth is regained in 200 calls at any rate,
    /// which keeps throttles under one in a hundred while somebody else uses part of the quota.
    static final double REGAIN = 0.001;

    /// A throttle this many intervals after the last one begins a new episode.
    private static final int EPISODE_INTERVALS = 20;

    public Bucket {
        if (factor < LEAST_FACTOR || factor > 1) {
            throw new IllegalArgumentException("a factor is from " + LEAST_FACTOR + " to 1, not " + factor);
        }
    }

    /// A bucket from rest: full, at the whole rate.
    public static Bucket full() {
        return new Bucket(Instant.EPOCH, 1, Instant.EPOCH);
    }

    /// What a reservation gives.
    ///
    /// @param next the bucket afterwards
    /// @param starts one instant per permit, ascending: the call must not be sent earlier
    public record Reservation(Bucket next, List<Instant> starts) {
        public Reservation {
            starts = List.copyOf(starts);
        }
    }

    /// Takes permits. There is no refusal: a permit may lie in the future.
    public Reservation reserve(Quota quota, Ask ask, Instant now) {
        double grown = Math.min(1, factor + REGAIN * ask.successes());
        Duration interval = interval(quota, grown);
        Duration tolerance = interval.multipliedBy(quota.burst() - 1L);
        List<Instant> starts = new ArrayList<>(ask.permits());
        Instant full = fullAt;
        for (int i = 0; i < ask.permits(); i++) {
            Instant start = latest(now, full.minus(tolerance));
            starts.add(start);
            full = latest(full, start).plus(interval);
        }
        return new Reservation(new Bucket(full, grown, adjustedAt), starts);
    }

    /// The bucket as if its last permit had been used only now.
    public Bucket countingFrom(Quota quota, Instant now) {
        return new Bucket(latest(fullAt, now.plus(interval(quota, factor))), factor, adjustedAt);
    }

    /// Answers a throttle: empties the bucket, and cuts the rate when emptying it did not help.
    ///
    /// @param sentAt when the refused call was sent
    public Bucket throttled(Quota quota, Instant sentAt, Instant now) {
        if (!sentAt.isAfter(adjustedAt)) {
            return this;
        }
        Duration interval = interval(quota, factor);
        boolean again = sentAt.isBefore(adjustedAt.plus(interval.multipliedBy(EPISODE_INTERVALS)));
        double lowered = again ? Math.max(LEAST_FACTOR, factor * CUT) : factor;
        Duration slower = interval(quota, lowered);
        Instant empty = now.plus(slower.multipliedBy(quota.burst()));
        return new Bucket(latest(fullAt, empty), lowered, now);
    }

    private static Duration interval(Quota quota, double factor) {
        return Duration.ofNanos(Math.round(1e9 / (quota.ratePerSecond() * factor)));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
