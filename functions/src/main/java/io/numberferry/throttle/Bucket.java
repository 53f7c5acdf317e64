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

    /// One cut. In simulations with a rival that takes half of the quota, smaller cuts meant more throttles
    /// and larger ones more time.
    static final double CUT = 0.7;

    /// What one successful call adds to the factor when that is 1; the lower the factor, the more, by its
    /// square. So a storm is soon forgotten, and a rate that is nearly right is felt for slowly: a cut is
    /// regained in about 200 calls.
    static final double REGAIN = 0.001;

    /// A throttle begins a new episode when it comes this many intervals after the last one, but not before
    /// answers to the calls after that had time to come back.
    private static final int EPISODE_INTERVALS = 20;

    private static final Duration LEAST_EPISODE = Duration.ofSeconds(5);

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
        Bucket grown = grown(ask.successes(), now);
        Duration interval = grown.interval(quota);
        Duration tolerance = interval.multipliedBy(quota.burst() - 1L);
        List<Instant> starts = new ArrayList<>(ask.permits());
        Instant full = grown.fullAt();
        for (int i = 0; i < ask.permits(); i++) {
            Instant start = latest(now, full.minus(tolerance));
            starts.add(start);
            full = latest(full, start).plus(interval);
        }
        return new Reservation(new Bucket(full, grown.factor(), adjustedAt), starts);
    }

    /// The bucket at a higher rate. What is missing in it stays the same, so it is full earlier.
    private Bucket grown(int successes, Instant now) {
        if (successes == 0 || factor == 1) {
            return this;
        }
        double more = Math.clamp(StrictMath.cbrt(factor * factor * factor + 3 * REGAIN * successes), factor, 1);
        Duration missing = Duration.between(now, latest(now, fullAt));
        Duration sooner = Duration.ofNanos(Math.round(missing.toNanos() * factor / more));
        return new Bucket(now.plus(sooner), more, adjustedAt);
    }

    /// The bucket as if its last permit had been used only now.
    public Bucket countingFrom(Quota quota, Instant now) {
        return new Bucket(latest(fullAt, now.plus(interval(quota))), factor, adjustedAt);
    }

    /// Answers a throttle: empties the bucket, and cuts the rate when emptying it did not help.
    ///
    /// @param sentAt when the refused call was sent
    public Bucket throttled(Quota quota, Instant sentAt, Instant now) {
        if (!sentAt.isAfter(adjustedAt)) {
            return this;
        }
        double lowered = isSameEpisode(quota, sentAt) ? Math.max(LEAST_FACTOR, factor * CUT) : factor;
        Duration slower = new Bucket(fullAt, lowered, now).interval(quota);
        Instant empty = now.plus(slower.multipliedBy(quota.burst()));
        return new Bucket(latest(fullAt, empty), lowered, now);
    }

    private boolean isSameEpisode(Quota quota, Instant sentAt) {
        Duration intervals = interval(quota).multipliedBy(EPISODE_INTERVALS);
        Duration episode = intervals.compareTo(LEAST_EPISODE) < 0 ? LEAST_EPISODE : intervals;
        return sentAt.isBefore(adjustedAt.plus(episode));
    }

    private Duration interval(Quota quota) {
        return Duration.ofNanos(Math.round(1e9 / (quota.ratePerSecond() * factor)));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
