package io.numberferry.throttle;

/// What a caller wants of a bucket, and what it learned since it last asked.
///
/// @param permits how many calls it will certainly send, at least 1
/// @param successes how many calls the service took without complaint since the last ask, at least 0
public record Ask(int permits, int successes) {
    public Ask {
        if (permits < 1 || successes < 0) {
            throw new IllegalArgumentException("an ask is for at least 1 permit after at least 0 successes, not "
                    + permits + " after " + successes);
        }
    }
}
