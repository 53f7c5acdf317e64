package io.numberferry.domain;

/// The word on a row when its job has ended. Every row has exactly one.
public enum Status {
    /// Done now, and the service confirmed it.
    SUCCEEDED,
    /// It was already so; nothing was sent.
    UNCHANGED,
    /// The row cannot be carried out as it is written; nothing was sent.
    REJECTED,
    /// The same as an earlier row; nothing was sent for this one.
    DUPLICATE,
    /// Refused by the service.
    FAILED,
    /// Nothing was sent: the job ended, or stopped, before this row.
    NOT_ATTEMPTED,
    /// Sent, and no answer or read can tell what became of it. Look before repeating.
    UNKNOWN
}
