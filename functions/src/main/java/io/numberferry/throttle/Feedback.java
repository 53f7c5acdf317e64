package io.numberferry.throttle;

/// What the end of a call teaches about the rate.
public enum Feedback {
    /// The service took the call, whatever it said about the row: the rate is not too high.
    SUCCEEDED,
    /// No answer, or a fault of the service: it says nothing about the rate.
    NO_EVIDENCE,
    /// The service said slow down.
    THROTTLED
}
