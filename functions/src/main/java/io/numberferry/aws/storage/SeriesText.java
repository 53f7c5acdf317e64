package io.numberferry.aws.storage;

import io.numberferry.domain.CallSeries;
import io.numberferry.domain.CallSeries.Bucket;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/// A series of calls as a short text: the width of a bucket in seconds, the number of the first bucket, and
/// what was sent in each from there on, as in `4:443120400:8,7,,8/1`. Behind a slash is what was throttled.
final class SeriesText {
    private SeriesText() {}

    static String of(CallSeries series) {
        if (series.isEmpty()) {
            return series.seconds() + ":0:";
        }
        long first = series.buckets().firstKey();
        StringJoiner counts = new StringJoiner(",", series.seconds() + ":" + first + ":", "");
        for (long bucket = first; bucket <= series.buckets().lastKey(); bucket++) {
            counts.add(text(series.buckets().getOrDefault(bucket, new Bucket(0, 0))));
        }
        return counts.toString();
    }

    private static String text(Bucket bucket) {
        if (bucket.sent() == 0) {
            return "";
        }
        return bucket.throttled() == 0 ? Long.toString(bucket.sent()) : bucket.sent() + "/" + bucket.throttled();
    }

    /// @throws IllegalArgumentException when the text is no series
    static CallSeries parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a series of calls has three parts, not " + parts.length);
        }
        SortedMap<Long, Bucket> buckets = new TreeMap<>();
        long bucket = Long.parseLong(parts[1]);
        for (String count : parts[2].split(",", -1)) {
            if (!count.isEmpty()) {
                buckets.put(bucket, bucket(count));
            }
            bucket++;
        }
        return new CallSeries(Integer.parseInt(parts[0]), buckets);
    }

    private static Bucket bucket(String count) {
        int slash = count.indexOf('/');
        return slash < 0
                ? new Bucket(Long.parseLong(count), 0)
                : new Bucket(Long.parseLong(count.substring(0, slash)), Long.parseLong(count.substring(slash + 1)));
    }
}
