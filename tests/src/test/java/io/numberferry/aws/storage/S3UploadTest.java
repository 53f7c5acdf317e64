package io.numberferry.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3UploadTest {
    private static final String BUCKET = S3OnLoopback.UNVERSIONED;
    private static final int PART = 5 * 1024 * 1024;

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

    private static S3Upload upload(String key) {
        return objects.upload(BUCKET, key, "text/csv");
    }

    private static byte[] content(String key) throws IOException {
        try (InputStream content = objects.open(BUCKET, key)) {
            return content.readAllBytes();
        }
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aSmallObjectArrives() throws IOException {
        try (S3Upload upload = upload("small")) {
            upload.write('a');
            upload.write(new byte[] {'x', 'b', 'c', 'x'}, 1, 2);
            upload.complete();
        }

        assertThat(content("small")).asString().isEqualTo("abc");
        assertThat(s3.client()
                        .headObject(request -> request.bucket(BUCKET).key("small"))
                        .contentType())
                .isEqualTo("text/csv");
    }

    @Test
    void anEmptyObjectArrives() throws IOException {
        try (S3Upload upload = upload("empty")) {
            upload.complete();
        }

        assertThat(content("empty")).isEmpty();
    }

    @Test
    void aLargeObjectArrivesInParts() throws IOException {
        byte[] bytes = noise(2 * PART + 12_345);
        try (S3Upload upload = upload("large")) {
            upload.write(bytes, 0, 1);
            upload.write(bytes, 1, PART + 77);
            upload.write(bytes, PART + 78, PART + 12_267);
            upload.complete();
        }

        assertThat(content("large")).isEqualTo(bytes);
        assertThat(objects.head(BUCKET, "large").orElseThrow().etag()).endsWith("-3");
    }

    @Test
    void anObjectOfExactlyOnePartArrivesWhole() throws IOException {
        byte[] bytes = noise(PART);
        try (S3Upload upload = upload("exact")) {
            upload.write(bytes);
            upload.complete();
        }

        assertThat(content("exact")).isEqualTo(bytes);
        assertThat(objects.head(BUCKET, "exact").orElseThrow().etag()).doesNotContain("-");
    }

    @Test
    void whatWasNotCompletedNeverAppears() {
        try (S3Upload small = upload("abandoned-small");
                S3Upload large = upload("abandoned-large")) {
            small.write('a');
            large.writeBytes(noise(PART + 1));
        }

        assertThat(objects.exists(BUCKET, "abandoned-small")).isFalse();
        assertThat(objects.exists(BUCKET, "abandoned-large")).isFalse();
        assertThat(s3.client()
                        .listMultipartUploads(request -> request.bucket(BUCKET))
                        .uploads())
                .isEmpty();
    }

    @Test
    void nothingIsWrittenAfterTheEnd() {
        S3Upload upload = upload("ended");
        upload.complete();
        upload.close();

        assertThatThrownBy(() -> upload.write('a'))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the upload has ended");
        assertThat(objects.exists(BUCKET, "ended")).isTrue();
    }
}
