package io.numberferry.domain;

/// A refusal or a lost answer of a service, classified once, at the edge. Text only: it survives any store.
///
/// @param kind what the caller can do about it
/// @param code the service's code, for example `ThrottlingException`, or ours for faults without one
/// @param message the service's text, or what went wrong on the way
public record Failure(Kind kind, String code, String message) {

    /// What to do about a failure. docs/ARCHITECTURE.md has the codes of each.
    public enum Kind {
        /// The service said slow down; nothing happened. Lower the rate, send again.
        THROTTLED,
        /// No usable answer: it may or may not have happened. Send the same again, then read.
        TRANSIENT,
        /// The answer does not say what is true now. Read before deciding.
        RECONCILE,
        /// This row is refused for good; other rows are not concerned.
        ROW,
        /// The target is at fault: rows with the same target will be refused too.
        TARGET,
        /// The caller is at fault (permissions, credentials): every row may be refused.
        JOB,
        /// Not sent: the deadline came first.
        OUT_OF_TIME,
        /// Not sent: the job was stopped, and nothing more is changed for it.
        STOPPED
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /// The failure in one clause, for a message: text and code.
    public String sentence() {
        return message.isBlank() ? code : message + " (" + code + ")";
    }
}
