package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.aws.executions.ExecutionStarter;
import io.numberferry.domain.NumberMask;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts one job per uploaded manifest, however often the upload is announced.
public final class SubmitFunction implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitFunction.class);

    private final Uploads uploads;
    private final ExecutionStarter starter;

    public SubmitFunction() {
        this(Wiring.fromEnvironment());
    }

    public SubmitFunction(Wiring wiring) {
        this.uploads = new Uploads(wiring.settings().inputBucket());
        this.starter = wiring.starter();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Wire.answer(input, output, JsonNode.class, event -> submit(uploads.of(event), context));
    }

    private SubmitAnswer submit(List<Uploads.Upload> announced, Context context) {
        try (WorkLog log = WorkLog.begin(context, Map.of())) {
            SubmitAnswer answer =
                    new SubmitAnswer(announced.stream().map(this::submit).toList());
            return log.ended(answer, Map.of("records", announced.size()));
        }
    }

    private SubmitAnswer.Submission submit(Uploads.Upload upload) {
        return switch (upload) {
            case Uploads.Ignored(String key, String reason) -> {
                LOG.info("ignored {}: {}", NumberMask.in(key), NumberMask.in(reason));
                yield new SubmitAnswer.Submission("", "IGNORED", reason);
            }
            case Uploads.Refused(String key, String reason) -> {
                LOG.warn("refused {}: {}", NumberMask.in(key), NumberMask.in(reason));
                yield new SubmitAnswer.Submission("", "REFUSED", reason);
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
