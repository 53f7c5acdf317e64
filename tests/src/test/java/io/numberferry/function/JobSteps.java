package io.numberferry.function;

import io.numberferry.apply.BatchApplier;
import io.numberferry.apply.Closings;
import io.numberferry.apply.Journal;
import io.numberferry.apply.NumberLimits;
import io.numberferry.apply.NumberTags;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.aws.executions.PastExecution;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The steps of a job as the functions take them, on ports that a test brings.
///
/// @param bucket where plans and reports are
public record JobSteps(S3Objects objects, String bucket, Home home) {
    /// `WORKERS_GONE_SECONDS` of template.yaml.
    private static final Duration WORKERS_GONE = Duration.ofMinutes(16);

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
                null,
                null,
                false);
        Job found = new JobFinder(objects, Rails.MOST_ROWS).find(request);
        return new Job(JobId.of(upload), found.manifest(), found.settings(), startedAt);
    }

    /// @param attempt names this try
    public PlanHeader plan(Job job, String attempt, Services services, NumberTags tags, Pace pace, Instant deadline)
            throws IOException, InterruptedException {
        NumberLimits nobodyAsked = _ -> new NumberLimit.Unread("nobody was asked");
        return new JobPlanner(objects, files(), services, tags, nobodyAsked, pace, home)
                .plan(job, attempt, AllowList.ofEverything(), deadline);
    }

    /// Empty when the job has no complete plan.
    public Optional<PlanHeader> header(JobId job) {
        return files().header(job);
    }

    /// The batches that the state machine maps over, those of each lane by number.
    public List<List<BatchId>> batches(PlanHeader plan) {
        return plan.lanes().stream()
                .map(lane -> files().batches(plan, lane.lane()).stream()
                        .map(BatchRef::id)
                        .toList())
                .toList();
    }

    /// @return how many rows remain
    public int apply(BatchId batch, BatchApplier applier, String owner, Timeline clock, Instant deadline)
            throws InterruptedException {
        Turn turn = new Turn(new BatchReader(files(), home), objects, applier, clock::now);
        ApplyRequest request = new ApplyRequest(
                batch.job().value(), batch.lane().label(), batch.number(), 0, null, 0, null, EVERYTHING, null);
        return turn.take(request, owner, deadline).remaining();
    }

    /// Who closes which end of a job.
    ///
    /// @param execution the job's, by its ARN
    /// @param closing the execution that closes it, and when that began
    /// @param executions what Step Functions knows, by ARN
    public record Closer(
            String execution,
            String closing,
            Instant began,
            Closings closings,
            Function<String, Optional<PastExecution>> executions) {

        private CloseRequest request() {
            return new CloseRequest(execution, closing, began.toString());
        }

        /// @throws LaterEndException where the job is not at this end any more
        private void look(JobId job, Instant end) {
            if (!new Ends(closings, executions).has(new Ends.End(job, request(), end))) {
                throw new LaterEndException(job);
            }
        }
    }

    /// One look of CloseFunction at a job.
    public CloseAnswer close(
            Job job, Closer closer, BatchApplier applier, String owner, InstantSource clock, Instant deadline)
            throws InterruptedException {
        PastExecution ended = closer.executions().apply(closer.execution()).orElseThrow();
        if (!Ends.isWithoutReport(ended)) {
            return CloseAnswer.nothing();
        }
        CloseRequest request = closer.request();
        ManifestRef manifest = job.manifest();
        ReportRequest report = new ReportRequest(
                new PlanRequest(
                        manifest.bucket(),
                        manifest.key(),
                        manifest.versionId().orElse(null),
                        manifest.etag(),
                        job.startedAt().toString(),
                        null,
                        null,
                        null,
                        false),
                ended.state().name(),
                ended.error().orElse(""),
                ended.cause().orElse(""),
                ended.stoppedAt().orElseThrow().toString(),
                request);
        return new JobCloser(
                        new Ends(closer.closings(), closer.executions()),
                        files(),
                        new BatchReader(files(), home),
                        applier,
                        clock,
                        WORKERS_GONE)
                .close(job, request, report, owner, deadline);
    }

    /// What a closing says of the end that it reports.
    public static Ending ending(ReportRequest report) {
        return new Ending(
                Ending.State.valueOf(report.state()), Causes.sentence(report), Instant.parse(report.endedAt()));
    }

    /// The report of an execution that makes its own.
    public Totals report(Job job, Journal journal, Quotas quotas, Ending ending) throws IOException {
        return report(job, journal, quotas, ending, () -> {});
    }

    /// The report of a closing.
    ///
    /// @return empty when the job is not at this end any more
    public Optional<Totals> report(Job job, Journal journal, Quotas quotas, Ending ending, Closer closer)
            throws IOException {
        try {
            closer.look(job.id(), ending.at());
            return Optional.of(report(job, journal, quotas, ending, () -> closer.look(job.id(), ending.at())));
        } catch (LaterEndException _) {
            return Optional.empty();
        }
    }

    private Totals report(Job job, Journal journal, Quotas quotas, Ending ending, Runnable lastLook)
            throws IOException {
        JobReporter reporter =
                new JobReporter(objects, files(), journal, home, bucket, quotas, WorkMetrics.of(Optional.empty()));
        Optional<PlanHeader> plan = files().header(job.id());
        return plan.isPresent()
                ? reporter.report(plan.get(), ending, lastLook)
                : reporter.reportWithoutPlan(job, ending, lastLook);
    }

    private PlanFiles files() {
        return new PlanFiles(objects, bucket);
    }
}
