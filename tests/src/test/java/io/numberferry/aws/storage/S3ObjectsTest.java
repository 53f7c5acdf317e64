package io.numberferry.aws.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.ManifestRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

class S3ObjectsTest {
    private static final String CSV = "text/csv";

    private static S3OnLoopback s3;
    private static S3Objects objects;

    @BeforeAll
    static void start() throws Exception {
        s3 = new S3OnLoopback();
        objects = new S3Objects(s3.client(), Optional.empty());
    }

    @AfterAll
    static void stop() throws Exception {
        s3.stop();
    }

    private static ManifestRef pinned(String bucket, String key) {
        S3Object seen = objects.head(bucket, key).orElseThrow();
        return new ManifestRef(bucket, key, seen.versionId(), seen.etag(), seen.size());
    }

    private static String text(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    @Test
    void headTellsWhatS3Knows() {
        s3.client()
                .putObject(
                        request -> request.bucket(S3OnLoopback.UNVERSIONED)
                                .key("run/numbers 1+2.csv")
                                .metadata(Map.of("Dry-Run", "true")),
                        RequestBody.fromString("abc"));

        assertThat(objects.head(S3OnLoopback.UNVERSIONED, "run/numbers 1+2.csv"))
                .contains(new S3Object(
                        3, "900150983cd24fb0d6963f7d28e17f72", Optional.empty(), Map.of("dry-run", "true")));
    }

    @Test
    void anObjectThatIsNotThereHasNoHead() {
        assertThat(objects.head(S3OnLoopback.UNVERSIONED, "nothing")).isEmpty();
        assertThat(objects.exists(S3OnLoopback.UNVERSIONED, "nothing")).isFalse();
    }

    @Test
    void textIsWrittenInUtf8() throws IOException {
        objects.put(S3OnLoopback.UNVERSIONED, "text", CSV, "Zürich •");

        assertThat(objects.exists(S3OnLoopback.UNVERSIONED, "text")).isTrue();
        assertThat(text(objects.open(S3OnLoopback.UNVERSIONED, "text"))).isEqualTo("Zürich •");
    }

    @Test
    void theVersionOfTheJobIsReadThoughTheObjectWasReplaced() throws IOException {
        objects.put(S3OnLoopback.VERSIONED, "replaced.csv", CSV, "first");
        ManifestRef first = pinned(S3OnLoopback.VERSIONED, "replaced.csv");
        objects.put(S3OnLoopback.VERSIONED, "replaced.csv", CSV, "second");

        assertThat(first.versionId()).isPresent();
        assertThat(text(objects.open(first))).isEqualTo("first");
    }

    @Test
    void aVersionThatWasDeletedEndsTheJob() {
        objects.put(S3OnLoopback.VERSIONED, "deleted.csv", CSV, "first");
        ManifestRef first = pinned(S3OnLoopback.VERSIONED, "deleted.csv");
        s3.client()
                .deleteObject(request -> request.bucket(first.bucket())
                        .key(first.key())
                        .versionId(first.versionId().orElseThrow()));

        assertThatThrownBy(() -> objects.open(first))
                .isInstanceOf(ObjectChangedException.class)
                .hasMessage("s3://versioned/deleted.csv was deleted after the job had begun;"
                        + " upload the file again to start a new job.");
    }

    @Test
    void anUnversionedObjectIsReadWhileItIsTheSame() throws IOException {
        objects.put(S3OnLoopback.UNVERSIONED, "same.csv", CSV, "first");

        assertThat(text(objects.open(pinned(S3OnLoopback.UNVERSIONED, "same.csv"))))
                .isEqualTo("first");
    }

    @Test
    void anUnversionedObjectThatWasReplacedEndsTheJob() {
        objects.put(S3OnLoopback.UNVERSIONED, "replaced.csv", CSV, "first");
        ManifestRef first = pinned(S3OnLoopback.UNVERSIONED, "replaced.csv");
        objects.put(S3OnLoopback.UNVERSIONED, "replaced.csv", CSV, "second");
        String message = "s3://unversioned/replaced.csv was replaced after the job had begun;"
                + " upload the file again to start a new job.";

        assertThat(first.versionId()).isEmpty();
        assertThatThrownBy(() -> objects.open(first))
                .isInstanceOf(ObjectChangedException.class)
                .hasMessage(message);
        ManifestRef suspended =
                new ManifestRef(first.bucket(), first.key(), Optional.of("null"), first.etag(), first.size());
        assertThatThrownBy(() -> objects.open(suspended))
                .isInstanceOf(ObjectChangedException.class)
                .hasMessage(message);
    }

    @Test
    void anUnversionedObjectThatWasDeletedEndsTheJob() {
        ManifestRef gone = new ManifestRef(S3OnLoopback.UNVERSIONED, "gone.csv", Optional.empty(), "0", 1);

        assertThatThrownBy(() -> objects.open(gone))
                .isInstanceOf(ObjectChangedException.class)
                .hasMessageStartingWith("s3://unversioned/gone.csv was deleted ");
    }

    @Test
    void whatCannotBeReachedIsNamed() {
        assertThatThrownBy(() -> objects.open(S3OnLoopback.UNVERSIONED, "nothing"))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageStartingWith("s3://unversioned/nothing could not be read: The specified key does not exist");
        assertThatThrownBy(() -> objects.put("nowhere", "key", CSV, "text"))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageStartingWith("s3://nowhere/key could not be written: ");
    }

    @Test
    void everyRequestNamesTheAccountThatMustOwnTheBucket() throws IOException {
        OwnerHeaders headers = new OwnerHeaders();
        S3Objects owned = new S3Objects(s3.clientWith(headers), Optional.of("111122223333"));
        owned.put(S3OnLoopback.VERSIONED, "owned", CSV, "text");
        S3Object head = owned.head(S3OnLoopback.VERSIONED, "owned").orElseThrow();
        text(owned.open(S3OnLoopback.VERSIONED, "owned"));
        text(owned.open(new ManifestRef(S3OnLoopback.VERSIONED, "owned", head.versionId(), head.etag(), 4)));
        try (S3Upload upload = owned.upload(S3OnLoopback.UNVERSIONED, "owned.bin", CSV)) {
            upload.write(new byte[6 * 1024 * 1024]);
            upload.complete();
        }
        try (S3Upload upload = owned.upload(S3OnLoopback.UNVERSIONED, "abandoned.bin", CSV)) {
            upload.write(new byte[6 * 1024 * 1024]);
        }

        assertThat(headers.seen())
                .isEqualTo(List.of(
                        "PutObject 111122223333",
                        "HeadObject 111122223333",
                        "GetObject 111122223333",
                        "GetObject 111122223333",
                        "CreateMultipartUpload 111122223333",
                        "UploadPart 111122223333",
                        "UploadPart 111122223333",
                        "CompleteMultipartUpload 111122223333",
                        "CreateMultipartUpload 111122223333",
                        "UploadPart 111122223333",
                        "AbortMultipartUpload 111122223333"));
    }
}
