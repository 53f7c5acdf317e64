package io.numberferry.function;

import io.numberferry.apply.BatchApplier;
import io.numberferry.apply.Closings;
import io.numberferry.aws.executions.PastExecution;
import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Closes an end of a job, as long as it is the end: nobody goes on with the job, and nobody who did ended later.
///
/// @param executions what Step Functions knows of an execution, by its ARN
/// @param workersGone how long after its end none of a job's functions can be at work any more
record JobCloser(
        Closings closings,
        Function<String, Optional<PastExecution>> executions,
        PlanFiles files,
        BatchReader reader,
        BatchApplier applier,
        InstantSource clock,
        Duration workersGone) {
    /// So long it is tried to settle a row; then the report says that it is not known.
    private static final Duration PATIENCE = Duration.ofHours(3);

    /// The error of an execution that failed before any row of its own, and made the report itself: job.asl.json.
    private static final String WITH_REPORT = "JobFailed";

    /// The end of a job that goes by one plan, and who would close it.
    private record End(JobId job, CloseRequest request, Instant at) {}

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

    /// @param report to be made when all is settled
    /// @param owner what the closing goes by in the journal
    /// @param deadline no call is sent after it
    CloseAnswer close(Job job, CloseRequest request, ReportRequest report, String owner, Instant deadline)
            throws InterruptedException {
        End end = new End(job.id(), request, Instant.parse(report.endedAt()));
        if (!isLast(end)) {
            return CloseAnswer.nothing();
        }
        // A function that is at work when its job ends works on to its own end, and may still send what it had
        // intended. That must not come after the reads.
        Instant quiet = end.at().plus(workersGone);
        if (clock.instant().isBefore(quiet)) {
            return CloseAnswer.wait(quiet);
        }
        Optional<PlanHeader> plan = files.header(job.id());
        int remaining = plan.isPresent() ? settle(end, plan.get(), owner, deadline) : 0;
        if (!isLast(end)) {
            return CloseAnswer.nothing();
        }
        return remaining > 0 && clock.instant().isBefore(request.since(end.at()).plus(PATIENCE))
                ? CloseAnswer.again(remaining)
                : CloseAnswer.report(report);
    }

    /// @return rows that could not be settled, or some of them when the job goes on
    private int settle(End end, PlanHeader plan, String owner, Instant deadline) throws InterruptedException {
        int remaining = 0;
        for (PlanHeader.LaneSize lane : plan.lanes()) {
            for (BatchRef batch : files.batches(plan.job().id(), lane.lane())) {
                int left = applier.settle(reader.batch(plan, batch.id()), owner, deadline, () -> isLast(end))
                        .remaining();
                remaining += left;
                if (left > 0 && !isLast(end)) {
                    return remaining;
                }
            }
        }
        return remaining;
    }

    /// Tells whether the execution is still at this end, nobody else goes on with the job or ended later, and no other
    /// closing has it.
    private boolean isLast(End end) {
        String mine = end.request().executionArn();
        boolean isOver = executions
                .apply(mine)
                .filter(JobCloser::isWithoutReport)
                .flatMap(PastExecution::stoppedAt)
                .equals(Optional.of(end.at()));
        return isOver
                && closings.executions(end.job()).stream()
                        .filter(other -> !other.equals(mine))
                        .flatMap(other -> executions.apply(other).stream())
                        .noneMatch(other -> goesOnAfter(other, end.at()))
                && closings.take(end.job(), end.at(), end.request().closing());
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
