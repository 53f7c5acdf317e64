package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import io.numberferry.aws.executions.ExecutionStarter;
import io.numberferry.domain.NumberMask;
import java.util.List;
import java.util.Map;
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
        List<Uploads.Upload> uploads = Uploads.of(event);
        try (WorkLog log = WorkLog.begin(context, Map.of())) {
            SubmitAnswer answer =
                    new SubmitAnswer(uploads.stream().map(this::submit).toList());
            return log.ended(answer, Map.of("records", uploads.size()));
        }
    }

    private SubmitAnswer.Submission submit(Uploads.Upload upload) {
        return switch (upload) {
            case Uploads.Ignored(String key, String reason) -> {
                LOG.info("ignored {}: {}", NumberMask.in(key), reason);
                yield new SubmitAnswer.Submission("", "IGNORED", reason);
            }
            case Uploads.Accepted accepted -> {
                String job = accepted.jobId().value();
                boolean started = starter.start(job, accepted.input());
                LOG.info(started ? "job {} started" : "job {} was started before", job);
                yield new SubmitAnswer.Submission(job, started ? "STARTED" : "DUPLICATE", accepted.key());
            }
        };
    }
}
