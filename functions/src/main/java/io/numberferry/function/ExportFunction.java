package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.report.InventoryCsv;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Writes the numbers that jobs may use into a manifest. Called by a person, with any input.
public final class ExportFunction implements RequestStreamHandler {
    /// Kept back of the function's time for storing the file's end.
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Wiring wiring;
    private final NumberExporter exporter;

    public ExportFunction() {
        this(Wiring.fromEnvironment());
    }

    public ExportFunction(Wiring wiring) {
        this.wiring = wiring;
        this.exporter = wiring.exporter();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant deadline = wiring.deadline(context, MARGIN);
        Wire.answer(input, output, JsonNode.class, _ -> answer(deadline, context));
    }

    private ExportAnswer answer(Instant deadline, Context context) throws InterruptedException {
        try (WorkLog log = WorkLog.begin(context, Map.of())) {
            String key = key(wiring.now(), context.getAwsRequestId());
            InventoryCsv.Count count = exporter.write(key, deadline);
            ExportAnswer answer = new ExportAnswer(
                    wiring.settings().outputBucket(), key, count.numbers(), count.rows(), count.leftOut());
            return log.ended(
                    answer, Map.of("numbers", count.numbers(), "rows", count.rows(), "leftOut", count.leftOut()));
        }
    }

    /// Names sort by time. An invocation that Lambda repeats has the same id.
    private static String key(Instant now, String requestId) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
        return "exports/%s-%s.csv".formatted(time, requestId);
    }
}
