package io.numberferry.apply;

import java.time.Duration;

/// When to look whether a claim or move has finished. Learns from what it sees, so that most rows need one
/// look.
///
/// DescribePhoneNumber has the same quota as ClaimPhoneNumber: more than one look a row, and the looks
/// become the slowest step of the lane. Safe for use by several threads.
final class Confirmation {
    private static final Duration LEAST = Duration.ofMillis(250);
    private static final Duration MOST = Duration.ofSeconds(30);

    /// The service gives no figure; Terraform waits 2 minutes at most, and most claims are seen within
    /// seconds.
    private Duration first = Duration.ofSeconds(1);

    /// How long to wait before a look.
    ///
    /// @param look counted from 1
    synchronized Duration delay(int look) {
        return shorter(first.multipliedBy(1L << Math.min(look - 1, 10)), MOST);
    }

    /// Tells whether the first look at a row found it finished. Later by a half or earlier by a hundredth
    /// than that look was: so about one look in forty comes too early. Many rows look at about the same time,
    /// after the same delay, and teach the same.
    ///
    /// @param delay how long was waited before that look
    synchronized void firstLook(boolean finished, Duration delay) {
        Duration taught = finished
                ? delay.multipliedBy(99).dividedBy(100)
                : delay.multipliedBy(3).dividedBy(2);
        boolean isNews = finished ? taught.compareTo(first) < 0 && delay.equals(first) : taught.compareTo(first) > 0;
        if (isNews) {
            first = shorter(taught.compareTo(LEAST) < 0 ? LEAST : taught, MOST);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
