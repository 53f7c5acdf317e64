package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.NumberMask;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Status;
import io.numberferry.report.Ending;
import io.numberferry.report.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes the report of a job that has ended, one way or another.
public final class ReportFunction implements RequestStreamHandler {
    /// The error by which the state machine tells that nobody said yes.
    private static final String NOT_APPROVED = "NotApproved";

    private final JobFinder finder;
    private final JobReporter reporter;
    private final PlanFiles files;
    private final Ends ends;
    private final String region;
    private final String bucket;

    public ReportFunction() {
        this(Wiring.fromEnvironment());
    }

    public ReportFunction(Wiring wiring) {
        this.finder = wiring.finder();
        this.reporter = wiring.reporter();
        this.files = wiring.files();
        this.ends = wiring.ends();
        this.region = wiring.settings().aws().region();
        this.bucket = wiring.settings().outputBucket();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Wire.answer(input, output, ReportRequest.class, request -> {
            Job job = finder.findEvenIfGone(request.manifest());
            try (WorkLog log = WorkLog.begin(context, Map.of("job", job.id().value()))) {
                ReportAnswer answer = report(request, job);
                return log.ended(answer, Map.of("state", answer.state(), "outcomes", answer.outcomes()));
            }
        });
    }

    private ReportAnswer report(ReportRequest request, Job job) throws IOException {
        Optional<String> cause = Causes.sentence(request);
        Ending ending = ending(request, cause);
        look(request, job.id());
        Totals totals = report(job, ending, () -> look(request, job.id()));
        String prefix = JobReporter.prefix(job.id(), ending.state());
        return new ReportAnswer(
                job.id().value(),
                request.state(),
                NumberMask.in(cause.orElse("")),
                bucket,
                prefix,
                page(prefix),
                totals.outcomes().values().stream().mapToInt(Integer::intValue).sum(),
                counts(totals));
    }

    private static Ending ending(ReportRequest request, Optional<String> cause) {
        Ending.State state = Ending.State.valueOf(request.state());
        Instant at = Instant.parse(request.endedAt());
        return NOT_APPROVED.equals(request.error())
                ? new Ending(state, cause, at, Reason.NOT_APPROVED)
                : new Ending(state, cause, at);
    }

    /// The page in the console of S3, which asks who wants to see it to sign in: a link that opens by itself would
    /// carry the numbers to whoever gets the message.
    private String page(String prefix) {
        return "https://%s.console.aws.amazon.com/s3/object/%s?region=%s&prefix=%sindex.html"
                .formatted(region, bucket, region, prefix);
    }

    private Totals report(Job job, Ending ending, Runnable lastLook) throws IOException {
        Optional<PlanHeader> plan = files.header(job.id());
        return plan.isPresent()
                ? reporter.report(plan.get(), ending, lastLook)
                : reporter.reportWithoutPlan(job, ending, lastLook);
    }

    /// A closing reports an end only as long as that is the end of the job: time has passed since it was settled, much
    /// of it where the report had to be tried again, or the closing was redriven.
    private void look(ReportRequest request, JobId job) {
        CloseRequest closing = request.closing();
        if (closing != null && !ends.has(new Ends.End(job, closing, Instant.parse(request.endedAt())))) {
            throw new LaterEndException(job);
        }
    }

    private static Map<String, Integer> counts(Totals totals) {
        return Arrays.stream(Status.values())
                .collect(Collectors.toMap(
                        Status::name, status -> totals.outcomes().getOrDefault(status, 0)));
    }
}
