package io.numberferry.report;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.ManifestRef;
import io.numberferry.domain.Warning;
import io.numberferry.report.NumberErrors.NumberError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes `summary.json`. What is not known is left out; counts are always there.
final class SummaryJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    /// Two blanks and LF on every platform: the same job gives the same bytes.
    private static final ObjectWriter PRETTY =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private SummaryJson() {}

    static void write(OutputStream out, ReportJob job, Figures figures) throws IOException {
        PRETTY.writeValue(out, summary(job, figures));
        out.write("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static ObjectNode summary(ReportJob job, Figures figures) {
        ObjectNode summary = JSON.createObjectNode();
        summary.put("jobId", job.job().id().value());
        summary.put("state", job.ending().state().name());
        job.ending().cause().ifPresent(cause -> summary.put("cause", cause));
        addManifest(summary.putObject("manifest"), job);
        summary.put("rows", figures.tally().total());
        ObjectNode outcomes = summary.putObject("outcomes");
        figures.tally().outcomes().forEach((status, count) -> outcomes.put(status.name(), count));
        ObjectNode codes = summary.putObject("codes");
        figures.tally().codes().forEach((reason, count) -> codes.put(reason.name(), count));
        addFiles(summary.putObject("files"), figures);
        addErrors(summary, figures.errors());
        addCalls(summary.putObject("calls"), job);
        summary.put("startedAt", job.job().startedAt().toString());
        summary.put("endedAt", job.ending().at().toString());
        ObjectNode estimate = summary.putObject("estimate");
        job.estimate().forEach(estimate::put);
        addWarnings(summary, job);
        return summary;
    }

    private static void addManifest(ObjectNode node, ReportJob job) {
        ManifestRef manifest = job.job().manifest();
        node.put("bucket", manifest.bucket());
        node.put("key", manifest.key());
        manifest.versionId().ifPresent(version -> node.put("versionId", version));
        node.put("etag", manifest.etag());
        job.contents().sha256().ifPresent(sha256 -> node.put("sha256", sha256));
    }

    private static void addFiles(ObjectNode node, Figures figures) {
        node.put("report.csv", figures.tally().total());
        node.put("retry.csv", figures.retryRows());
        node.put("failed.csv", figures.failedRows());
        node.put("undo.csv", figures.undo().undoing() + figures.undo().explaining());
    }

    private static void addErrors(ObjectNode summary, NumberErrors errors) {
        var array = summary.putArray("PhoneNumberErrors");
        for (NumberError error : errors.first()) {
            array.addObject()
                    .put("PhoneNumberId", error.id())
                    .put("ErrorCode", error.code())
                    .put("ErrorMessage", error.message());
        }
        summary.put("PhoneNumberErrorsOmitted", errors.omitted());
    }

    private static void addWarnings(ObjectNode summary, ReportJob job) {
        var array = summary.putArray("warnings");
        for (Warning warning : job.warnings()) {
            array.addObject()
                    .put("code", warning.code().name())
                    .put("message", warning.message())
                    .put("rows", warning.rows());
        }
    }

    private static void addCalls(ObjectNode node, ReportJob job) {
        job.calls().forEach((api, count) -> addCall(node.putObject(api.qualifiedName()), count));
    }

    private static void addCall(ObjectNode node, CallCount count) {
        node.put("sent", count.sent()).put("throttled", count.throttled()).put("retried", count.retried());
    }
}
