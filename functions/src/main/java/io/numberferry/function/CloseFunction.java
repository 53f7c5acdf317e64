package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.aws.executions.ExecutionReader;
import io.numberferry.aws.executions.PastExecution;
import io.numberferry.aws.storage.Json;
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

    private final Wiring wiring;
    private final ExecutionReader executions;
    private final JobFinder finder;
    private final JobCloser closer;

    public CloseFunction() {
        this(Wiring.fromEnvironment());
    }

    public CloseFunction(Wiring wiring) {
        this.wiring = wiring;
        this.executions = wiring.executions();
        this.finder = wiring.finder();
        this.closer = wiring.closer();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant deadline = wiring.deadline(context, MARGIN);
        Wire.answer(input, output, CloseRequest.class, request -> close(request, deadline, context));
    }

    private CloseAnswer close(CloseRequest request, Instant deadline, Context context)
            throws IOException, InterruptedException {
        PastExecution ended = executions
                .read(request.executionArn())
                .orElseThrow(() -> new IllegalArgumentException("there is no execution " + request.executionArn()));
        Optional<Instant> stoppedAt = ended.stoppedAt().filter(_ -> Ends.isWithoutReport(ended));
        if (stoppedAt.isEmpty()) {
            return CloseAnswer.nothing();
        }
        PlanRequest manifest = manifest(ended);
        Job job = finder.findEvenIfGone(manifest);
        try (WorkLog log = WorkLog.begin(context, Map.of("job", job.id().value()))) {
            ReportRequest report = report(manifest, ended, stoppedAt.get(), request);
            CloseAnswer answer = closer.close(job, request, report, context.getAwsRequestId(), deadline);
            return log.ended(answer, Map.of("next", answer.next().name(), "remaining", answer.remaining()));
        }
    }

    private static ReportRequest report(
            PlanRequest manifest, PastExecution ended, Instant stoppedAt, CloseRequest closing) {
        return new ReportRequest(
                manifest,
                ended.state().name(),
                ended.error().orElse(""),
                ended.cause().orElse(""),
                stoppedAt.toString(),
                closing);
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
