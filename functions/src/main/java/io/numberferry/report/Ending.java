package io.numberferry.report;

import java.time.Instant;
import java.util.Optional;

/// How a job's execution ended. A job that completed may still hold rows that failed.
///
/// @param cause why it ended so, for people; empty for a job that simply completed
/// @param at when the job ended
public record Ending(State state, Optional<String> cause, Instant at) {

    public enum State {
        /// Every batch was worked through, or the dry run reached its end.
        COMPLETED,
        /// The execution stopped on an error.
        FAILED,
        /// A person stopped the execution.
        ABORTED,
        /// The execution reached its time limit.
        TIMED_OUT
    }
}
