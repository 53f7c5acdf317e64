package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.local.LocalAccount;
import io.numberferry.sandbox.statemachine.InvocationResult;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Uploads a manifest as an operator would, and announces it as S3 would.
record Upload(Laptop laptop) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param settings of the job, as user metadata of the object
    /// @return the job's id
    String submit(Path file, String key, Map<String, String> settings) throws IOException, InterruptedException {
        String etag = laptop.store().upload(file, key, settings);
        InvocationResult answer = laptop.functions()
                .invoke("SubmitFunction", event(key, etag, Files.size(file)).toString());
        return switch (answer) {
            case InvocationResult.Returned(String payload) -> jobId(JSON.readTree(payload));
            case InvocationResult.Failed(var _, String message, var _) -> throw new Refusal(message);
            case InvocationResult.Refused(var _, String cause) -> throw new Refusal(cause);
        };
    }

    private static String jobId(JsonNode answer) {
        JsonNode submission = answer.path("submissions").path(0);
        String jobId = submission.path("jobId").asText();
        if (jobId.isEmpty()) {
            throw new Refusal(submission.path("about").asText("the upload was not taken for a manifest")
                    + ": name the file with .csv at its end");
        }
        return jobId;
    }

    private static ObjectNode event(String key, String etag, long size) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode record = event.putArray("Records").addObject();
        record.put("eventVersion", "2.1");
        record.put("eventSource", "aws:s3");
        record.put("awsRegion", LocalAccount.REGION);
        record.put("eventTime", "1970-01-01T00:00:00.000Z");
        record.put("eventName", "ObjectCreated:Put");
        record.putObject("userIdentity").put("principalId", "LOCAL");
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements").put("x-amz-request-id", "LOCAL").put("x-amz-id-2", "LOCAL");
        ObjectNode s3 = record.putObject("s3");
        s3.put("s3SchemaVersion", "1.0").put("configurationId", "upload");
        ObjectNode bucket = s3.putObject("bucket");
        bucket.put("name", Laptop.INPUT_BUCKET).put("arn", "arn:aws:s3:::" + Laptop.INPUT_BUCKET);
        bucket.putObject("ownerIdentity").put("principalId", "LOCAL");
        ObjectNode object = s3.putObject("object");
        object.put("key", URLEncoder.encode(key, StandardCharsets.UTF_8)).put("size", size);
        object.put("eTag", etag).put("sequencer", "0055AED6DCD90281E5");
        return event;
    }
}
