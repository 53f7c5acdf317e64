package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import io.numberferry.aws.executions.ExecutionStarter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts one job per uploaded manifest, however often the upload is announced.
public final class SubmitFunction implements RequestHandler<S3Event, SubmitAnswer> {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitFunction.class);

    private final ExecutionStarter starter;

    public SubmitFunction() {
        this(Wiring.fromEnvironment());
    }

    public SubmitFunction(Wiring wiring) {
        this.starter = wiring.starter();
    }

    @Override
    public SubmitAnswer handleRequest(S3Event event, Context context) {
        return new SubmitAnswer(Uploads.of(event).stream().map(this::submit).toList());
    }

    private SubmitAnswer.Submission submit(Uploads.Upload upload) {
        return switch (upload) {
            case Uploads.Ignored(String key, String reason) -> {
                LOG.info("ignored {}: {}", key, reason);
                yield new SubmitAnswer.Submission("", "IGNORED", reason);
            }
            case Uploads.Accepted accepted -> {
                boolean started = starter.start(accepted.jobId().value(), accepted.input());
                yield new SubmitAnswer.Submission(
                        accepted.jobId().value(), started ? "STARTED" : "DUPLICATE", accepted.key());
            }
        };
    }
}
