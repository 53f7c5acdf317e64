package io.numberferry.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectCreatedTest {
    private static final List<ObjectCreated> CREATED = new CopyOnWriteArrayList<>();

    private static final LocalS3 SERVICE = LocalS3.start(Optional.empty(), CREATED::add);

    private static final S3Client CLIENT = Clients.s3(SERVICE.uri());

    @BeforeAll
    static void createBucket() {
        SERVICE.createBucket("input");
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @BeforeEach
    void forget() {
        CREATED.clear();
    }

    @Test
    void uploadIsAnnouncedWithItsVersion() {
        String version = put("run/a b.csv", "abc");

        assertThat(CREATED)
                .containsExactly(new ObjectCreated(
                        "input", "run/a b.csv", 3, "900150983cd24fb0d6963f7d28e17f72", Optional.of(version)));
    }

    @Test
    void bucketWithoutVersionsAnnouncesNone() {
        CLIENT.createBucket(create -> create.bucket("plain"));

        CLIENT.putObject(put -> put.bucket("plain").key("a.csv"), RequestBody.fromString("abc"));

        assertThat(CREATED)
                .containsExactly(
                        new ObjectCreated("plain", "a.csv", 3, "900150983cd24fb0d6963f7d28e17f72", Optional.empty()));
    }

    @Test
    void refusedUploadIsNotAnnounced() {
        put("a.csv", "abc");
        CREATED.clear();

        assertThatThrownBy(() -> CLIENT.putObject(
                        put -> put.bucket("input").key("a.csv").ifNoneMatch("*"), RequestBody.fromString("another")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal -> assertThat(refusal.statusCode()).isEqualTo(412));

        assertThat(CREATED).isEmpty();
    }

    @Test
    void copyIsAnnouncedAtItsDestination() {
        put("a.csv", "abc");
        CREATED.clear();

        CLIENT.copyObject(copy -> copy.sourceBucket("input")
                .sourceKey("a.csv")
                .destinationBucket("input")
                .destinationKey("b.csv"));

        assertThat(CREATED)
                .singleElement()
                .satisfies(object -> assertThat(object.key()).isEqualTo("b.csv"))
                .satisfies(object -> assertThat(object.size()).isEqualTo(3));
    }

    @Test
    void multipartUploadIsAnnouncedOnceAndWhole() {
        String upload = CLIENT.createMultipartUpload(
                        create -> create.bucket("input").key("big.csv"))
                .uploadId();
        String part = CLIENT.uploadPart(
                        request -> request.bucket("input")
                                .key("big.csv")
                                .uploadId(upload)
                                .partNumber(1),
                        RequestBody.fromString("abc"))
                .eTag();

        CLIENT.completeMultipartUpload(request -> request.bucket("input")
                .key("big.csv")
                .uploadId(upload)
                .multipartUpload(parts -> parts.parts(
                        CompletedPart.builder().partNumber(1).eTag(part).build())));

        assertThat(CREATED)
                .singleElement()
                .satisfies(object -> assertThat(object.key()).isEqualTo("big.csv"))
                .satisfies(object -> assertThat(object.size()).isEqualTo(3))
                .satisfies(object -> assertThat(object.eTag()).endsWith("-1"));
    }

    private String put(String key, String content) {
        return CLIENT.putObject(put -> put.bucket("input").key(key), RequestBody.fromString(content))
                .versionId();
    }
}
