package io.numberferry.simulation;

/// What can go wrong in a simulated world. Each is drawn, or left out, for a seed as a whole.
enum Trouble {
    /// A call never arrives.
    LOST_REQUEST,
    /// A call takes effect and its answer is lost.
    LOST_ANSWER,
    /// An answer comes late, perhaps after its caller's patience.
    LATE_ANSWER,
    /// A call arrives late, perhaps after its caller's patience.
    LATE_REQUEST,
    /// A call arrives twice.
    ARRIVES_TWICE,
    /// The service answers 503 before it did anything.
    UNAVAILABLE,
    /// For minutes at a time, most calls are throttled.
    THROTTLING_STORM,
    /// A call is refused with a conflict.
    CONFLICT,
    /// A call is refused for its row's sake.
    REFUSED,
    /// A call is refused for want of permission.
    DENIED,
    /// A worker dies at any event.
    CRASH,
    /// A worker stands still, is replaced, and wakes up.
    ZOMBIE,
    /// A worker has less time than most.
    SHORT_TIME,
    /// The clocks of workers differ.
    CLOCK_SKEW,
    /// The journal cannot be reached, and nothing was written.
    JOURNAL_DOWN,
    /// The journal writes, and its answer is lost.
    JOURNAL_ANSWER_LOST,
    /// The bucket answers 503, before or after the write.
    STORAGE_DOWN,
    /// The service forgets client tokens after a while.
    FORGETFUL,
    /// A claim or move fails after it was accepted.
    FAILS_LATER,
    /// The upload is replaced by another while its job runs.
    OVERWRITTEN,
    /// A person stops the execution.
    ABORT,
    /// Another job is under way, with some of the same numbers.
    SECOND_JOB,
    /// The upload is announced more than once.
    ANNOUNCED_TWICE,
    /// A worker ends with an error that nobody tries again, and its batch is given up.
    FAULTY
}
