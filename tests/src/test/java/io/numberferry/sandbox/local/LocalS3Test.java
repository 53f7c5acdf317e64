package io.numberferry.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class LocalS3Test {
    private static final String BUCKET = "kept";

    private static final List<Running> SERVICES = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path directory) {
        SERVICES.add(Running.of("in memory", Optional.empty()));
        SERVICES.add(Running.of("on disk", Optional.of(directory)));
    }

    @AfterAll
    static void stop() {
        SERVICES.forEach(running -> running.service().close());
    }

    static List<Running> services() {
        return SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void listensOnLoopbackOnly(Running s3) throws IOException {
        LoopbackAssert.assertOnlyLoopback(s3.service().uri());
    }

    @ParameterizedTest
    @MethodSource("services")
    void userMetadataComesBack(Running s3) {
        Map<String, String> metadata = Map.of("operation", "claim", "failure-threshold", "5%");

        s3.put("metadata.csv", "a", request -> request.metadata(metadata));

        assertThat(s3.client()
                        .headObject(head -> head.bucket(BUCKET).key("metadata.csv"))
                        .metadata())
                .isEqualTo(metadata);
    }

    @ParameterizedTest
    @MethodSource("services")
    void keysMayHoldSpacesSignsAndAnyLetter(Running s3) {
        List<String> keys =
                List.of("run/a b.csv", "run/a+b.csv", "run/a%20b.csv", "run/números ☎.csv", "run/a=b&c'd(1).csv");

        keys.forEach(key -> s3.put(key, "at " + key));

        assertThat(s3.client()
                        .listObjectsV2(list -> list.bucket(BUCKET).prefix("run/"))
                        .contents())
                .extracting(S3Object::key)
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(keys).allSatisfy(key -> assertThat(s3.text(key)).isEqualTo("at " + key));
    }

    @ParameterizedTest
    @MethodSource("services")
    void replacedVersionIsStillReadByItsId(Running s3) {
        String first = s3.put("twice.csv", "first");

        s3.put("twice.csv", "second");

        assertThat(s3.text("twice.csv")).isEqualTo("second");
        assertThat(s3.client()
                        .getObjectAsBytes(
                                get -> get.bucket(BUCKET).key("twice.csv").versionId(first))
                        .asUtf8String())
                .isEqualTo("first");
    }

    @ParameterizedTest
    @MethodSource("services")
    void bucketMadeByAClientHasETagsAndNoVersions(Running s3) {
        s3.client().createBucket(create -> create.bucket("plain"));

        s3.client().putObject(put -> put.bucket("plain").key("a"), RequestBody.fromString("a"));

        var head = s3.client().headObject(get -> get.bucket("plain").key("a"));
        assertThat(head.eTag()).isEqualTo("\"0cc175b9c0f1b6a831c399e269772661\"");
        assertThat(head.versionId()).isNull();
    }

    @ParameterizedTest
    @MethodSource("services")
    void bucketThatIsThereKeepsItsObjects(Running s3) {
        s3.put("stays.csv", "a");

        s3.service().createBucket(BUCKET);

        assertThat(s3.text("stays.csv")).isEqualTo("a");
    }

    @ParameterizedTest
    @MethodSource("services")
    void oneOfManyWritersCreatesAnObjectAndTheOthersAreToldSo(Running s3) throws Exception {
        for (int round = 0; round < 10; round++) {
            String key = "race/" + round;

            assertThat(Race.of(16, writer -> s3.create(key, "by writer " + writer)))
                    .containsOnlyOnce(200)
                    .containsOnly(200, 412);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void refusedWriterGoesOnWithItsConnection(Running s3) {
        s3.put("there.csv", "a");

        for (int round = 0; round < 100; round++) {
            assertThat(s3.create("there.csv", "b")).isEqualTo(412);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void writerIsToldThatTheBucketIsMissing(Running s3) {
        for (int length : List.of(1, 100_000, 3_000_000, 1)) {
            assertThatThrownBy(() -> s3.client()
                            .putObject(put -> put.bucket("missing").key("a"), RequestBody.fromBytes(new byte[length])))
                    .isInstanceOf(NoSuchBucketException.class);
        }
    }

    record Running(String where, LocalS3 service, S3Client client) {
        static Running of(String where, Optional<Path> directory) {
            var service = LocalS3.start(directory);
            service.createBucket(BUCKET);
            return new Running(where, service, Clients.s3(service.uri()));
        }

        String text(String key) {
            return client.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
        }

        String put(String key, String content) {
            return put(key, content, _ -> {});
        }

        /// The id of the version that was written.
        String put(String key, String content, Consumer<PutObjectRequest.Builder> more) {
            return client.putObject(
                            put -> put.bucket(BUCKET).key(key).applyMutation(more), RequestBody.fromString(content))
                    .versionId();
        }

        /// The HTTP status.
        int create(String key, String content) {
            try {
                put(key, content, request -> request.ifNoneMatch("*"));
                return 200;
            } catch (S3Exception e) {
                return e.statusCode();
            }
        }

        @Override
        public String toString() {
            return where;
        }
    }
}
