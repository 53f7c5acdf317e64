package io.numberferry.function;

import io.numberferry.apply.BatchApplier;
import io.numberferry.apply.Journal;
import io.numberferry.apply.NumberLimits;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.domain.AllowList;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.ManifestRef;
import io.numberferry.domain.NumberLimit;
import io.numberferry.domain.Rails;
import io.numberferry.manifest.Home;
import io.numberferry.report.Ending;
import io.numberferry.report.Totals;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of a job as the functions take them, on ports that a test brings.
///
/// @param bucket where plans and reports are
public record JobSteps(S3Objects objects, String bucket, Home home) {
    private static final AllowedRequest EVERYTHING = new AllowedRequest("*", "true");

    /// The job of an upload, as the plan finds it where the upload says that numbers may be released.
    public Job find(ManifestRef upload, Instant startedAt) {
        PlanRequest request = new PlanRequest(
                upload.bucket(),
                upload.key(),
                upload.versionId().orElse(null),
                upload.etag(),
                startedAt.toString(),
                Map.of("allowRelease", "true"),
                null);
        Job found = new JobFinder(objects, Rails.MOST_ROWS).find(request);
        return new Job(JobId.of(upload), found.manifest(), found.settings(), startedAt);
    }

    public PlanHeader plan(Job job, Services services, Pace pace, Instant deadline)
            throws IOException, InterruptedException {
        NumberLimits nobodyAsked = _ -> new NumberLimit.Unread("nobody was asked");
        return new JobPlanner(objects, files(), services, nobodyAsked, pace, home)
                .plan(job, AllowList.ofEverything(), deadline);
    }

    /// The batches that the state machine maps over, those of each lane by number.
    public List<List<BatchId>> batches(PlanHeader plan) {
        return plan.lanes().stream()
                .map(lane -> files().batches(plan.job().id(), lane.lane()).stream()
                        .map(BatchRef::id)
                        .toList())
                .toList();
    }

    /// @return how many rows remain
    public int apply(BatchId batch, BatchApplier applier, String owner, Timeline clock, Instant deadline)
            throws InterruptedException {
        Turn turn = new Turn(new BatchReader(files(), home), objects, applier, clock::now);
        ApplyRequest request = new ApplyRequest(
                batch.job().value(), batch.lane().label(), batch.number(), 0, "", 0, null, EVERYTHING, null);
        return turn.take(request, owner, deadline).remaining();
    }

    public BatchApplier.Progress settle(BatchId batch, BatchApplier applier, String owner, Instant deadline)
            throws InterruptedException {
        BatchReader reader = new BatchReader(files(), home);
        return applier.settle(reader.batch(reader.plan(batch.job()), batch), owner, deadline);
    }

    public Totals report(Job job, Journal journal, Quotas quotas, Ending ending) throws IOException {
        JobReporter reporter =
                new JobReporter(objects, files(), journal, home, bucket, quotas, WorkMetrics.of(Optional.empty()));
        Optional<PlanHeader> plan = files().header(job.id());
        return plan.isPresent() ? reporter.report(plan.get(), ending) : reporter.reportWithoutPlan(job, ending);
    }

    private PlanFiles files() {
        return new PlanFiles(objects, bucket);
    }
}
