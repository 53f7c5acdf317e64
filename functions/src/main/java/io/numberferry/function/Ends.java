package io.numberferry.function;

import io.numberferry.apply.Closings;
import io.numberferry.aws.executions.PastExecution;
import io.numberferry.domain.JobId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Tells whether an end is the end of its job: the execution is still at it, nobody else goes on with the job or ended
/// later, and no other closing has it.
///
/// @param executions what Step Functions knows of an execution, by its ARN
record Ends(Closings closings, Function<String, Optional<PastExecution>> executions) {
    /// The error of an execution that failed before any row of its own, and made the report itself: job.asl.json.
    private static final String WITH_REPORT = "JobFailed";

    /// An end of a job, and who closes it.
    record End(JobId job, CloseRequest closing, Instant at) {}

    /// Tells whether an execution ended and has made no report.
    static boolean isWithoutReport(PastExecution execution) {
        return switch (execution.state()) {
            case RUNNING, SUCCEEDED -> false;
            case FAILED -> !failedBeforeItsRows(execution);
            case ABORTED, TIMED_OUT -> true;
        };
    }

    private static boolean failedBeforeItsRows(PastExecution execution) {
        return execution.error().equals(Optional.of(WITH_REPORT));
    }

    /// Takes an end for its closing.
    ///
    /// @return false when there is nothing to close
    boolean take(End end) {
        return isLast(end) && closings.take(end.job(), end.at(), end.closing().closing());
    }

    /// Tells whether a closing still has what it took.
    boolean has(End end) {
        return isLast(end) && closings.has(end.job(), end.at(), end.closing().closing());
    }

    private boolean isLast(End end) {
        String mine = end.closing().executionArn();
        boolean isOver = executions
                .apply(mine)
                .filter(Ends::isWithoutReport)
                .flatMap(PastExecution::stoppedAt)
                .equals(Optional.of(end.at()));
        return isOver
                && closings.executions(end.job()).stream()
                        .filter(other -> !other.equals(mine))
                        .flatMap(other -> executions.apply(other).stream())
                        .noneMatch(other -> goesOnAfter(other, end.at()));
    }

    /// One that failed before any row of its own has settled nothing, whenever it ended.
    private static boolean goesOnAfter(PastExecution execution, Instant end) {
        return switch (execution.state()) {
            case RUNNING -> true;
            case SUCCEEDED, FAILED, ABORTED, TIMED_OUT ->
                !failedBeforeItsRows(execution)
                        && execution.stoppedAt().filter(end::isBefore).isPresent();
        };
    }
}
