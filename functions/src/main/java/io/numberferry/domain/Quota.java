package io.numberferry.domain;

/// The published allowance of one API, as a token bucket: so many calls per second, so many at once from
/// rest.
///
/// @param ratePerSecond calls per second, more than 0
/// @param burst the bucket's capacity in calls, at least 1
public record Quota(double ratePerSecond, int burst) {
    public Quota {
        if (!(ratePerSecond > 0) || Double.isInfinite(ratePerSecond)) {
            throw new IllegalArgumentException("a rate must be more than 0 calls per second, not " + ratePerSecond);
        }
        if (burst < 1) {
            throw new IllegalArgumentException("a burst must be at least 1 call, not " + burst);
        }
    }

    /// The same bucket, larger: rate and burst are both multiplied.
    public Quota times(double factor) {
        return new Quota(ratePerSecond * factor, Math.max(1, (int) Math.round(burst * factor)));
    }
}
