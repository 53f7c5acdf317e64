package io.numberferry.sandbox.local.nio2blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

class DiskStoreTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void versionsAreCountedFromTheClockOn() {
        long before = Instant.now().toEpochMilli();

        String version = put(bucket(), "a");

        assertThat(Long.parseLong(version.substring(1))).isGreaterThan(before * 1_000);
    }

    @Test
    void versionAndMetadataAreThereAfterARestart() {
        String version = put(bucket(), "a");

        var head = DiskStore.open(directory)
                .blobMetadata(HeadObjectRequest.builder()
                        .bucket("input")
                        .key("a")
                        .versionId(version)
                        .build());

        assertThat(head.versionId()).isEqualTo(version);
        assertThat(head.metadata()).containsEntry("operation", "claim");
    }

    @Test
    void unfinishedWriteIsGoneAfterARestart() throws IOException {
        put(bucket(), "a");
        Files.writeString(directory.resolve("input").resolve("b-" + UUID.randomUUID()), "half");

        assertThat(keysAfterRestart()).containsExactly("a");
    }

    @Test
    void keyThatLooksLikeAnUnfinishedWriteStays() {
        String key = "a-" + UUID.randomUUID();
        put(bucket(), key);

        assertThat(keysAfterRestart()).containsExactly(key);
    }

    @Test
    void fileSystemThatWouldLoseMetadataIsRefused() throws IOException {
        try (var fileSystem = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setAttributeViews("basic").build())) {
            Path path = fileSystem.getPath("/state");

            assertThatThrownBy(() -> DiskStore.open(path))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("/state is on a file system without extended attributes, where S3 objects would lose"
                            + " their metadata; choose a directory on a local disk");
        }
    }

    private BlobStore bucket() {
        BlobStore store = DiskStore.open(directory);
        store.createContainer("input");
        store.putBucketVersioning("input", BucketVersioningStatus.ENABLED);
        return store;
    }

    private Iterable<String> keysAfterRestart() {
        return DiskStore.open(directory).list("input").contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static String put(BlobStore store, String key) {
        var request = PutObjectRequest.builder()
                .bucket("input")
                .key(key)
                .metadata(Map.of("operation", "claim"))
                .build();
        return store.putBlob(request, new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8)))
                .versionId();
    }
}
