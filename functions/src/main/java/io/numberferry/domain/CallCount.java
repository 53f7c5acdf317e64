package io.numberferry.domain;

/// How many calls of one API a job sent.
///
/// @param sent all calls, retries included
/// @param throttled calls that the service refused as too fast
/// @param retried calls that repeated an earlier one
public record CallCount(long sent, long throttled, long retried) {
    public static final CallCount NONE = new CallCount(0, 0, 0);

    public CallCount plus(CallCount other) {
        return new CallCount(sent + other.sent, throttled + other.throttled, retried + other.retried);
    }
}
