package io.numberferry.function;

import io.numberferry.apply.BatchApplier;
import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Closes an end of a job, as long as it is the end: nobody goes on with the job, and nobody who did ended later.
///
/// @param workersGone how long after its end none of a job's functions can be at work any more
record JobCloser(
        Ends ends,
        PlanFiles files,
        BatchReader reader,
        BatchApplier applier,
        InstantSource clock,
        Duration workersGone) {
    /// So long it is tried to settle a row; then the report says that it is not known.
    private static final Duration PATIENCE = Duration.ofHours(3);

    /// @param report to be made when all is settled
    /// @param owner what the closing goes by in the journal
    /// @param deadline no call is sent after it
    CloseAnswer close(Job job, CloseRequest request, ReportRequest report, String owner, Instant deadline)
            throws InterruptedException {
        Ends.End end = new Ends.End(job.id(), request, Instant.parse(report.endedAt()));
        if (!ends.take(end)) {
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
        if (!ends.take(end)) {
            return CloseAnswer.nothing();
        }
        return remaining > 0 && clock.instant().isBefore(request.since(end.at()).plus(PATIENCE))
                ? CloseAnswer.again(remaining)
                : CloseAnswer.report(report);
    }

    /// @return rows that could not be settled, or some of them when the job goes on
    private int settle(Ends.End end, PlanHeader plan, String owner, Instant deadline) throws InterruptedException {
        int remaining = 0;
        for (PlanHeader.LaneSize lane : plan.lanes()) {
            for (BatchRef batch : files.batches(plan, lane.lane())) {
                int left = applier.settle(reader.batch(plan, batch.id()), owner, deadline, () -> ends.take(end))
                        .remaining();
                remaining += left;
                if (left > 0 && !ends.take(end)) {
                    return remaining;
                }
            }
        }
        return remaining;
    }
}
