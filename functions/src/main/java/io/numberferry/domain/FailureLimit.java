package io.numberferry.domain;

/// How many rows of a lane may go wrong before the rest is not sent.
///
/// @param percent the lane stops when a larger part of the ended rows went wrong; from 0 to 100
/// @param sample rows that must have ended before anything is judged, at least 1
public record FailureLimit(int percent, int sample) {
    /// Rows after which a lane is judged where the job does not say. Of 50 rows that fail once in twenty
    /// times, more than a fifth go wrong by chance in one job of 30,000; of 10 rows, in one of 90.
    public static final int SAMPLE = 50;

    public FailureLimit {
        if (percent < 0 || percent > 100 || sample < 1) {
            throw new IllegalArgumentException(
                    "a failure limit is 0 to 100 percent of 1 or more rows, not %d of %d".formatted(percent, sample));
        }
    }

    /// @param ended rows that were sent, and of which it is known how they ended
    /// @param wrong those of them that FAILED or are UNKNOWN
    public boolean isExceeded(int ended, int wrong) {
        return ended >= sample && 100L * wrong > (long) percent * ended;
    }
}
