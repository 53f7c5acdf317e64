package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.aws.Wire;
import io.numberferry.domain.ManifestRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {
    private static final String PUT = "ObjectCreated:Put";

    private static final Uploads UPLOADS = new Uploads(Optional.of("in"));

    private static JsonNode event(String... records) {
        return Wire.json("{\"Records\": [" + String.join(",", records) + "]}");
    }

    /// @param object the fields of the object, as JSON
    private static JsonNode bridged(String type, String bucket, String object) {
        return Wire.json("""
                {"version": "0", "detail-type": "%s", "source": "aws.s3",
                 "detail": {"version": "0", "bucket": {"name": "%s"}, "object": {%s}}}
                """.formatted(type, bucket, object));
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
        Uploads.Upload upload = UPLOADS.of(event(record(PUT, object))).getFirst();
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

    /// What was written while versioning was suspended has the id of whatever is written so next.
    @Test
    void theVersionNullPinsNothing() {
        assertThat(accepted("\"key\": \"run/a.csv\", \"size\": 12, \"eTag\": \"abc\", \"versionId\": \"null\"")
                        .version())
                .isEqualTo("abc");
    }

    @Test
    void aSizeBeyondAnIntegerIsKept() {
        assertThat(accepted("\"key\": \"run/a.csv\", \"size\": 5368709120, \"eTag\": \"abc\"")
                        .size())
                .isEqualTo(5_368_709_120L);
    }

    @Test
    void severalRecordsComeOutInTheirOrder() {
        List<Uploads.Upload> uploads = UPLOADS.of(
                event(record(PUT, key("run/a.csv")), record(PUT, key("run/b.txt")), record(PUT, key("check/c.csv"))));

        assertThat(uploads)
                .containsExactly(
                        new Uploads.Accepted(new ManifestRef("in", "run/a.csv", Optional.of("v1"), "abc", 12)),
                        new Uploads.Ignored("run/b.txt", "only .csv files are manifests"),
                        new Uploads.Accepted(new ManifestRef("in", "check/c.csv", Optional.of("v1"), "abc", 12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Records\": []}", "{\"Records\": [{}]}", "{\"source\": \"aws.s3\"}", "[]", "1"})
    void whatAnnouncesNoObjectIsRefused(String text) {
        assertThat(UPLOADS.of(Wire.json(text)))
                .containsExactly(new Uploads.Refused("", "the event does not announce an upload to S3"));
    }

    @Test
    void theTestEventIsIgnored() {
        assertThat(UPLOADS.of(Wire.json("{\"Service\": \"Amazon S3\", \"Event\": \"s3:TestEvent\"}")))
                .containsExactly(new Uploads.Ignored("", "s3:TestEvent only tests the notification"));
    }

    /// The key comes as it is; what S3 calls eTag and versionId has other names.
    @Test
    void eventBridgeSaysTheSameInOtherWords() {
        String object = "\"key\": \"run/a+b 100%.csv\", \"size\": 12, \"etag\": \"abc\", \"version-id\": \"v1\"";

        assertThat(UPLOADS.of(bridged("Object Created", "in", object)))
                .containsExactly(
                        new Uploads.Accepted(new ManifestRef("in", "run/a+b 100%.csv", Optional.of("v1"), "abc", 12)));
        assertThat(UPLOADS.of(bridged("Object Deleted", "in", object)))
                .containsExactly(new Uploads.Ignored("run/a+b 100%.csv", "Object Deleted is no upload"));
    }

    @Test
    void bothFormsOfOneUploadAreOneJob() {
        var notified = (Uploads.Accepted)
                UPLOADS.of(event(record(PUT, key("run/front+desk.csv")))).getFirst();
        var bridged = (Uploads.Accepted) UPLOADS.of(bridged(
                        "Object Created",
                        "in",
                        "\"key\": \"run/front desk.csv\", \"size\": 12, \"etag\": \"abc\", \"version-id\": \"v1\""))
                .getFirst();

        assertThat(bridged).isEqualTo(notified);
    }

    @Test
    void anotherBucketIsRefusedInBothForms() {
        String reason = "the bucket in is not mine";
        Uploads mine = new Uploads(Optional.of("mine"));

        assertThat(mine.of(event(record(PUT, key("run/a.csv")))))
                .containsExactly(new Uploads.Refused("run/a.csv", reason));
        assertThat(mine.of(bridged("Object Created", "in", "\"key\": \"run/a.csv\"")))
                .containsExactly(new Uploads.Refused("run/a.csv", reason));
        assertThat(new Uploads(Optional.empty()).of(event(record(PUT, key("run/a.csv")))))
                .hasOnlyElementsOfType(Uploads.Accepted.class);
    }

    @Test
    void aKeyThatIsNotEncodedIsRefusedAlone() {
        assertThat(UPLOADS.of(event(record(PUT, key("run/100%zz.csv")), record(PUT, key("run/b.csv")))))
                .element(0)
                .isEqualTo(new Uploads.Refused("run/100%zz.csv", "the key is not URL-encoded"));
    }

    @Test
    void anEmptyFileIsAJobWhoseReportSaysSo() {
        assertThat(accepted("\"key\": \"run/a.csv\", \"size\": 0, \"eTag\": \"abc\"")
                        .size())
                .isZero();
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
        assertThat(UPLOADS.of(event(record(name, key(key))))).containsExactly(new Uploads.Ignored(key, reason));
    }

    @ParameterizedTest
    @CsvSource({"ObjectCreated:Put", "ObjectCreated:Post", "ObjectCreated:Copy", "ObjectCreated:CompleteMultipartUpload"
    })
    void everyWayOfUploadingCounts(String name) {
        assertThat(UPLOADS.of(event(record(name, key("run/a.csv"))))).hasOnlyElementsOfType(Uploads.Accepted.class);
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
