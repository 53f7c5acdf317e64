package io.numberferry.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.aws.storage.Json;
import io.numberferry.domain.JobId;
import io.numberferry.domain.ManifestRef;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads an announcement of uploads, as S3 itself sends it or by way of EventBridge: which are manifests, which
/// are to be left alone, and which must not be here. Pure.
///
/// The forms: "Event message structure" and "EventBridge event message structure" in the user guide of Amazon S3.
///
/// @param inputBucket the only bucket whose uploads become jobs; empty where any is taken
record Uploads(Optional<String> inputBucket) {
    private static final String NO_ANNOUNCEMENT = "the event does not announce an upload to S3";

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

    /// An event that is in order and asks for nothing.
    ///
    /// @param key empty for an event without an object
    record Ignored(String key, String reason) implements Upload {}

    /// An event that should not have come here: something is set up wrongly.
    ///
    /// @param key as far as it is known
    record Refused(String key, String reason) implements Upload {}

    /// What an event said of an object.
    ///
    /// @param created whether the object was written
    /// @param name of the event
    /// @param key as the object is called
    private record Announced(boolean created, String name, String bucket, String key, JsonNode object) {}

    /// @return one per record, in the event's order
    List<Upload> of(JsonNode event) {
        if (event.path("Event").asText().equals("s3:TestEvent")) {
            return List.of(new Ignored("", "s3:TestEvent only tests the notification"));
        }
        if (event.path("source").asText().equals("aws.s3")) {
            return List.of(bridged(event));
        }
        List<Upload> uploads = new ArrayList<>();
        event.path("Records").forEach(record -> uploads.add(notified(record)));
        return uploads.isEmpty() ? List.of(new Refused("", NO_ANNOUNCEMENT)) : uploads;
    }

    /// In S3's own events keys are form-url-encoded: a space is a plus sign.
    private Upload notified(JsonNode record) {
        JsonNode object = record.at("/s3/object");
        String written = object.path("key").asText();
        String name = record.path("eventName").asText();
        try {
            String key = URLDecoder.decode(written, StandardCharsets.UTF_8);
            String bucket = record.at("/s3/bucket/name").asText();
            return judge(new Announced(name.startsWith("ObjectCreated:"), name, bucket, key, object));
        } catch (IllegalArgumentException _) {
            return new Refused(written, "the key is not URL-encoded");
        }
    }

    /// In EventBridge's events keys are as they are.
    private Upload bridged(JsonNode event) {
        JsonNode detail = event.path("detail");
        String name = event.path("detail-type").asText();
        String bucket = detail.at("/bucket/name").asText();
        JsonNode object = detail.path("object");
        return judge(new Announced(
                name.equals("Object Created"), name, bucket, object.path("key").asText(), object));
    }

    private Upload judge(Announced announced) {
        String key = announced.key();
        if (key.isEmpty() || announced.bucket().isEmpty()) {
            return new Refused(key, NO_ANNOUNCEMENT);
        }
        if (inputBucket.filter(expected -> !expected.equals(announced.bucket())).isPresent()) {
            return new Refused(key, "the bucket " + announced.bucket() + " is not " + inputBucket.orElseThrow());
        }
        return unwanted(announced)
                .<Upload>map(reason -> new Ignored(key, reason))
                .orElseGet(() -> new Accepted(manifest(announced)));
    }

    private static Optional<String> unwanted(Announced announced) {
        String key = announced.key();
        if (!announced.created()) {
            return Optional.of(announced.name() + " is no upload");
        }
        if (!key.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return Optional.of("only .csv files are manifests");
        }
        return key.startsWith("reports/") || key.startsWith("jobs/")
                ? Optional.of("it is written by a job, not for one")
                : Optional.empty();
    }

    /// The two forms write the same things differently. A file of no bytes is a job, too: its report says so.
    private static ManifestRef manifest(Announced announced) {
        JsonNode object = announced.object();
        String version =
                object.path("versionId").asText(object.path("version-id").asText(""));
        String etag = object.path("eTag").asText(object.path("etag").asText(""));
        return new ManifestRef(
                announced.bucket(),
                announced.key(),
                Optional.of(version),
                etag.replace("\"", ""),
                object.path("size").asLong(0));
    }
}
