package io.numberferry.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// When calls of one API were sent: counts in buckets of equal width, which widen so that there are never
/// many. Buckets begin at multiples of their width since 1970, so series of several workers add up exactly.
/// Immutable.
///
/// @param seconds the width of a bucket, a power of two
/// @param buckets by how many widths after 1970 they begin; without the empty ones
public record CallSeries(int seconds, SortedMap<Long, Bucket> buckets) {
    /// From the first bucket to the last, the empty ones between them included: as many as a chart can show,
    /// and some 2 KB to store.
    public static final int MOST = 240;

    public static final CallSeries NONE = new CallSeries(1, Collections.emptySortedMap());

    /// @param sent all calls, throttled ones included
    public record Bucket(long sent, long throttled) {
        Bucket plus(Bucket other) {
            return new Bucket(sent + other.sent, throttled + other.throttled);
        }
    }

    public CallSeries {
        if (Integer.bitCount(seconds) != 1) {
            throw new IllegalArgumentException("a bucket is 1, 2, 4, ... seconds wide, not " + seconds);
        }
        buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    }

    /// Calls that were sent in one second.
    public static CallSeries of(Instant at, CallCount count) {
        TreeMap<Long, Bucket> bucket = new TreeMap<>();
        bucket.put(at.getEpochSecond(), new Bucket(count.sent(), count.throttled()));
        return new CallSeries(1, bucket);
    }

    /// Both together, in buckets of the wider of the two, or wider.
    public CallSeries plus(CallSeries other) {
        int width = Math.max(seconds, other.seconds);
        TreeMap<Long, Bucket> sum = new TreeMap<>(widenedTo(width).buckets);
        other.widenedTo(width).buckets.forEach((start, bucket) -> sum.merge(start, bucket, Bucket::plus));
        CallSeries both = new CallSeries(width, sum);
        while (both.span() > MOST) {
            both = both.widenedTo(both.seconds * 2);
        }
        return both;
    }

    private CallSeries widenedTo(int width) {
        if (width == seconds) {
            return this;
        }
        TreeMap<Long, Bucket> wider = new TreeMap<>();
        buckets.forEach((start, bucket) -> wider.merge(start / (width / seconds), bucket, Bucket::plus));
        return new CallSeries(width, wider);
    }

    /// From the first bucket to the last, empty ones between them included.
    public long span() {
        return buckets.isEmpty() ? 0 : buckets.lastKey() - buckets.firstKey() + 1;
    }

    /// When a bucket begins.
    public Instant start(long bucket) {
        return Instant.EPOCH.plus(Duration.ofSeconds(bucket * seconds));
    }

    /// The calls in one second of the busiest bucket, on average over its width.
    public double highestRate() {
        return buckets.values().stream().mapToLong(Bucket::sent).max().orElse(0) / (double) seconds;
    }

    public boolean isEmpty() {
        return buckets.isEmpty();
    }
}
