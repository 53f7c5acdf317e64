package io.numberferry.report;

import io.numberferry.domain.Reason;
import java.time.Instant;
import java.util.Optional;

/// How a job's execution ended. A job that completed may still hold rows that failed.
///
/// @param cause why it ended so, for people; empty for a job that simply completed
/// @param at when the job ended
/// @param left what has become of rows that were not begun
public record Ending(State state, Optional<String> cause, Instant at, Reason left) {

    /// An ending that kept rows from being begun by itself.
    public Ending(State state, Optional<String> cause, Instant at) {
        this(state, cause, at, state == State.PLANNED ? Reason.AWAITS_APPROVAL : Reason.JOB_STOPPED);
    }

    public enum State {
        /// Every batch was worked through, or the dry run reached its end.
        COMPLETED,
        /// The execution stopped on an error.
        FAILED,
        /// A person stopped the execution.
        ABORTED,
        /// The execution reached its time limit.
        TIMED_OUT,
        /// It has not ended: it is planned and waits for a person's yes.
        PLANNED
    }
}
