package io.numberferry.aws.executions;

import java.time.Instant;
import java.util.Optional;

/// What Step Functions knows of an execution.
///
/// @param input JSON, as it was started with
/// @param stoppedAt empty while it runs
/// @param error the name of the error that ended it, or that somebody gave who stopped it
/// @param cause the error's text
public record PastExecution(
        State state,
        String input,
        Instant startedAt,
        Optional<Instant> stoppedAt,
        Optional<String> error,
        Optional<String> cause) {

    public enum State {
        /// Or it is about to: a redrive was asked for.
        RUNNING,
        SUCCEEDED,
        FAILED,
        ABORTED,
        TIMED_OUT
    }
}
