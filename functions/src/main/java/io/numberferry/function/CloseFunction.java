package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.apply.BatchApplier;
import io.numberferry.aws.executions.ExecutionReader;
import io.numberferry.aws.executions.PastExecution;
import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.Closings;
import io.numberferry.aws.storage.Json;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.Job;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Settles a job that was stopped, ran out of time, gave batches up or could not make its report, and says what its
/// report is to be made of. It reads, and changes nothing but the journal.
public final class CloseFunction implements RequestStreamHandler {
    /// Kept back of the function's time, as in [ApplyFunction].
    private static final Duration MARGIN = Duration.ofSeconds(15);

    /// So long it is tried to settle a row; then the report says that it is not known.
    private static final Duration PATIENCE = Duration.ofHours(3);

    /// The error of an execution that failed before any row of its own, and made the report itself: job.asl.json.
    private static final String WITH_REPORT = "JobFailed";

    private final Wiring wiring;
    private final Duration workersGone;
    private final ExecutionReader executions;
    private final JobFinder finder;
    private final Closings closings;
    private final PlanFiles files;
    private final BatchReader reader;
    private final BatchApplier applier;

    public CloseFunction() {
        this(Wiring.fromEnvironment());
    }

    public CloseFunction(Wiring wiring) {
        this.wiring = wiring;
        this.workersGone = wiring.workersGone();
        this.executions = wiring.executions();
        this.finder = wiring.finder();
        this.closings = wiring.closings();
        this.files = wiring.files();
        this.reader = new BatchReader(files, wiring.home());
        this.applier = wiring.applier();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant deadline = wiring.deadline(context, MARGIN);
        Wire.answer(input, output, CloseRequest.class, request -> close(request, deadline, context));
    }

    private CloseAnswer close(CloseRequest request, Instant deadline, Context context)
            throws IOException, InterruptedException {
        PastExecution ended = executions.read(request.executionArn());
        Optional<Instant> stoppedAt = ended.stoppedAt().filter(_ -> isWithoutReport(ended));
        if (stoppedAt.isEmpty()) {
            return CloseAnswer.nothing();
        }
        PlanRequest manifest = manifest(ended);
        Job job = finder.findEvenIfGone(manifest);
        try (WorkLog log = WorkLog.begin(context, Map.of("job", job.id().value()))) {
            CloseAnswer answer = closings.take(job.id(), stoppedAt.get(), request.closing())
                    ? settle(job, report(manifest, ended, stoppedAt.get()), context.getAwsRequestId(), deadline)
                    : CloseAnswer.nothing();
            return log.ended(answer, Map.of("next", answer.next().name(), "remaining", answer.remaining()));
        }
    }

    /// A job that goes on after a redrive is not at its end; one that succeeded, or failed before any row of its own,
    /// has made its report itself.
    private static boolean isWithoutReport(PastExecution ended) {
        return switch (ended.state()) {
            case RUNNING, SUCCEEDED -> false;
            case FAILED -> !ended.error().equals(Optional.of(WITH_REPORT));
            case ABORTED, TIMED_OUT -> true;
        };
    }

    private CloseAnswer settle(Job job, ReportRequest report, String owner, Instant deadline)
            throws InterruptedException {
        Instant stoppedAt = Instant.parse(report.endedAt());
        // A function that is at work when its job ends works on to its own end, and may still send what it had
        // intended. That must not come after the reads.
        Instant quiet = stoppedAt.plus(workersGone);
        if (wiring.now().isBefore(quiet)) {
            return CloseAnswer.wait(quiet);
        }
        Optional<PlanHeader> plan = files.header(job.id());
        int remaining = plan.isPresent() ? settle(plan.get(), owner, deadline) : 0;
        return remaining > 0 && wiring.now().isBefore(stoppedAt.plus(PATIENCE))
                ? CloseAnswer.again(remaining)
                : CloseAnswer.report(report);
    }

    private int settle(PlanHeader plan, String owner, Instant deadline) throws InterruptedException {
        int remaining = 0;
        for (PlanHeader.LaneSize lane : plan.lanes()) {
            for (BatchRef batch : files.batches(plan.job().id(), lane.lane())) {
                remaining += applier.settle(reader.batch(plan, batch.id()), owner, deadline)
                        .remaining();
            }
        }
        return remaining;
    }

    private static ReportRequest report(PlanRequest manifest, PastExecution ended, Instant stoppedAt) {
        return new ReportRequest(
                manifest,
                ended.state().name(),
                ended.error().orElse(""),
                ended.cause().orElse(""),
                stoppedAt.toString());
    }

    private static PlanRequest manifest(PastExecution ended) {
        try {
            ObjectNode input = Json.mapper().readValue(ended.input(), ObjectNode.class);
            input.put("startedAt", ended.startedAt().toString());
            return Wire.read(input, PlanRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the execution was not started for a manifest", e);
        }
    }
}
