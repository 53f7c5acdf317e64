package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.aws.storage.Json;
import io.numberferry.domain.JobId;
import io.numberferry.domain.ManifestRef;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads an S3 event: which uploads are manifests, and which are to be left alone. Pure.
final class Uploads {
    private Uploads() {}

    sealed interface Upload {}

    /// An upload that is a job.
    record Accepted(ManifestRef manifest) implements Upload {
        JobId jobId() {
            return JobId.of(manifest);
        }

        String key() {
            return manifest.key();
        }

        /// The execution's input. Nothing in it differs between two deliveries of the same event.
        String input() {
            ObjectNode input = Json.mapper().createObjectNode();
            input.put("bucket", manifest.bucket());
            input.put("key", manifest.key());
            manifest.versionId().ifPresent(id -> input.put("versionId", id));
            input.put("etag", manifest.etag());
            return input.toString();
        }
    }

    /// @param key as far as it is known
    record Ignored(String key, String reason) implements Upload {}

    /// @return one per record, in the event's order; none for `s3:TestEvent`, which has no records
    static List<Upload> of(S3Event event) {
        return event.getRecords() == null
                ? List.of()
                : event.getRecords().stream().map(Uploads::of).toList();
    }

    private static Upload of(S3EventNotificationRecord record) {
        S3ObjectEntity object = record.getS3().getObject();
        // In S3's own events keys are form-url-encoded: a space is a plus sign.
        String key = URLDecoder.decode(object.getKey(), StandardCharsets.UTF_8);
        String etag = object.geteTag() == null ? "" : object.geteTag().replace("\"", "");
        return unwanted(record.getEventName(), key)
                .<Upload>map(reason -> new Ignored(key, reason))
                .orElseGet(() -> new Accepted(new ManifestRef(
                        record.getS3().getBucket().getName(),
                        key,
                        Optional.ofNullable(object.getVersionId()).filter(id -> !id.isEmpty()),
                        etag,
                        object.getSizeAsLong() == null ? 0 : object.getSizeAsLong())));
    }

    private static Optional<String> unwanted(String eventName, String key) {
        if (!eventName.startsWith("ObjectCreated:")) {
            return Optional.of(eventName + " is no upload");
        }
        if (!key.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return Optional.of("only .csv files are manifests");
        }
        return key.startsWith("reports/") || key.startsWith("jobs/")
                ? Optional.of("it is written by a job, not for one")
                : Optional.empty();
    }
}
