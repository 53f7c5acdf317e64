package io.numberferry.sandbox.statemachine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Something that happened in an execution. Events carry names and counts, never inputs or outputs: those
/// hold phone numbers.
public sealed interface ExecutionEvent {
    /// Of the execution itself, or of the child in which it happened.
    String executionArn();

    Instant at();

    record ExecutionStarted(String executionArn, Instant at) implements ExecutionEvent {}

    record ExecutionEnded(String executionArn, Instant at, ExecutionResult result) implements ExecutionEvent {}

    /// DescribeExecution tells of the end, and nothing of the execution runs any more. Of children nothing is told.
    record StatusChanged(String executionArn, Instant at, ExecutionResult result) implements ExecutionEvent {}

    /// @param type as in the definition, for example `Task`
    record StateEntered(String executionArn, Instant at, String state, String type) implements ExecutionEvent {}

    /// The state was left for another, or ended its workflow. A state that fails for good is not exited.
    record StateExited(String executionArn, Instant at, String state) implements ExecutionEvent {}

    /// A Task or a Map will be tried again.
    ///
    /// @param retry counted from 1
    record TaskRetried(String executionArn, Instant at, String state, int retry, Optional<String> error, Duration delay)
            implements ExecutionEvent {}

    /// A child of a distributed map was started or ended.
    record MapRunChanged(String executionArn, Instant at, String state, MapRunCounts counts)
            implements ExecutionEvent {}
}
