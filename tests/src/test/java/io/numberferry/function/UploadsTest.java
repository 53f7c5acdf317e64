package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.numberferry.domain.ManifestRef;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {
    private static final String PUT = "ObjectCreated:Put";

    private static S3Event event(String... records) {
        String text = "{\"Records\": [" + String.join(",", records) + "]}";
        return LambdaEventSerializers.serializerFor(S3Event.class, UploadsTest.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// @param object the fields of the object, as JSON
    private static String record(String name, String object) {
        return """
                {"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-west-2",
                 "eventTime": "2026-03-01T09:00:00.000Z", "eventName": "%s",
                 "s3": {"bucket": {"name": "in", "arn": "arn:aws:s3:::in"}, "object": {%s}}}
                """.formatted(name, object);
    }

    private static String key(String key) {
        return "\"key\": \"" + key + "\", \"size\": 12, \"eTag\": \"abc\", \"versionId\": \"v1\"";
    }

    private static ManifestRef accepted(String object) {
        Uploads.Upload upload = Uploads.of(event(record(PUT, object))).getFirst();
        return ((Uploads.Accepted) upload).manifest();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    run/a.csv                         | run/a.csv
                    run/front+desk.csv                | run/front desk.csv
                    run/a%2Bb.csv                     | run/a+b.csv
                    run/100%25.csv                    | run/100%.csv
                    run/%C3%BCbersicht+%28neu%29.csv  | run/übersicht (neu).csv
                    run/a.CSV                         | run/a.CSV
                    check/2026/a.csv                  | check/2026/a.csv
                    """)
    void keysAreDecoded(String written, String meant) {
        assertThat(accepted(key(written)).key()).isEqualTo(meant);
    }

    @Test
    void aVersionIsPinned() {
        assertThat(accepted(key("run/a.csv")))
                .isEqualTo(new ManifestRef("in", "run/a.csv", Optional.of("v1"), "abc", 12));
    }

    @Test
    void withoutAVersionTheETagPins() {
        assertThat(accepted("\"key\": \"run/a.csv\", \"size\": 12, \"eTag\": \"abc\""))
                .isEqualTo(new ManifestRef("in", "run/a.csv", Optional.empty(), "abc", 12));
        assertThat(accepted("\"key\": \"run/a.csv\", \"size\": 12, \"eTag\": \"abc\", \"versionId\": \"\"")
                        .versionId())
                .isEmpty();
    }

    @Test
    void aSizeBeyondAnIntegerIsKept() {
        assertThat(accepted("\"key\": \"run/a.csv\", \"size\": 5368709120, \"eTag\": \"abc\"")
                        .size())
                .isEqualTo(5_368_709_120L);
    }

    @Test
    void severalRecordsComeOutInTheirOrder() {
        List<Uploads.Upload> uploads = Uploads.of(
                event(record(PUT, key("run/a.csv")), record(PUT, key("run/b.txt")), record(PUT, key("check/c.csv"))));

        assertThat(uploads)
                .containsExactly(
                        new Uploads.Accepted(new ManifestRef("in", "run/a.csv", Optional.of("v1"), "abc", 12)),
                        new Uploads.Ignored("run/b.txt", "only .csv files are manifests"),
                        new Uploads.Accepted(new ManifestRef("in", "check/c.csv", Optional.of("v1"), "abc", 12)));
    }

    @Test
    void anEventWithoutRecordsHasNoUploads() {
        assertThat(Uploads.of(new S3Event(null))).isEmpty();
        assertThat(Uploads.of(event())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ObjectCreated:Put                     | run/a.txt            | only .csv files are manifests
                    ObjectCreated:Put                     | run/                 | only .csv files are manifests
                    ObjectCreated:Copy                    | reports/1/retry.csv  | it is written by a job, not for one
                    ObjectCreated:CompleteMultipartUpload | jobs/1/a.csv         | it is written by a job, not for one
                    ObjectRemoved:Delete                  | run/a.csv            | ObjectRemoved:Delete is no upload
                    ObjectRemoved:DeleteMarkerCreated     | run/a.csv            | ObjectRemoved:DeleteMarkerCreated is no upload
                    """)
    void whatIsNoManifestIsIgnoredWithAReason(String name, String key, String reason) {
        assertThat(Uploads.of(event(record(name, key(key))))).containsExactly(new Uploads.Ignored(key, reason));
    }

    @ParameterizedTest
    @CsvSource({"ObjectCreated:Put", "ObjectCreated:Post", "ObjectCreated:Copy", "ObjectCreated:CompleteMultipartUpload"
    })
    void everyWayOfUploadingCounts(String name) {
        assertThat(Uploads.of(event(record(name, key("run/a.csv"))))).hasOnlyElementsOfType(Uploads.Accepted.class);
    }

    @Test
    void twoDeliveriesGiveTheSameJobAndTheSameBytes() {
        Uploads.Accepted first = new Uploads.Accepted(accepted(key("run/a.csv")));
        Uploads.Accepted second = new Uploads.Accepted(
                accepted(
                        "\"eTag\": \"\\\"abc\\\"\", \"versionId\": \"v1\", \"size\": 12, \"sequencer\": \"1\", \"key\": \"run/a.csv\""));

        assertThat(second.jobId()).isEqualTo(first.jobId());
        assertThat(second.input()).isEqualTo(first.input());
        assertThat(first.input())
                .isEqualTo("{\"bucket\":\"in\",\"key\":\"run/a.csv\",\"versionId\":\"v1\",\"etag\":\"abc\"}");
    }

    @Test
    void anotherVersionIsAnotherJob() {
        ManifestRef one = accepted(key("run/a.csv"));
        ManifestRef other = accepted(key("run/a.csv").replace("v1", "v2"));

        assertThat(new Uploads.Accepted(other).jobId()).isNotEqualTo(new Uploads.Accepted(one).jobId());
    }
}
