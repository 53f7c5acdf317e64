package io.numberferry.aws.storage;

import io.numberferry.domain.ManifestRef;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Objects in S3. Safe for use by several threads.
///
/// Every method throws [StorageUnavailableException] when S3 does not do as asked for a reason of its own,
/// permissions included. Keys are decoded, as S3 stores them.
public final class S3Objects {
    private static final int NOT_FOUND = 404;
    /// What S3 answers when the version asked for is a delete marker.
    private static final int METHOD_NOT_ALLOWED = 405;
    static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final Optional<String> expectedOwner;

    /// @param expectedOwner the 12-digit account that must own every bucket, or S3 refuses the request;
    ///     empty to trust the buckets' names
    public S3Objects(S3Client client, Optional<String> expectedOwner) {
        this.client = client;
        this.expectedOwner = expectedOwner;
    }

    /// Empty when there is no such object. Without the permission to list the bucket S3 does not tell that,
    /// and refuses.
    public Optional<S3Object> head(String bucket, String key) {
        return head(bucket, key, Optional.empty());
    }

    /// As [#head(String, String)], for one version.
    ///
    /// @param versionId empty for the newest
    public Optional<S3Object> head(String bucket, String key, Optional<String> versionId) {
        try {
            return Optional.of(seen(client.headObject(request -> {
                request.bucket(bucket).key(key).expectedBucketOwner(owner());
                versionId.ifPresent(request::versionId);
            })));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw unavailable("looked up", bucket, key, e);
        } catch (SdkException e) {
            throw unavailable("looked up", bucket, key, e);
        }
    }

    /// Looks whether the version that the job was started for is still there.
    ///
    /// @throws ObjectChangedException when it is gone
    public void requireUnchanged(ManifestRef manifest) {
        Optional<String> version = manifest.versionId();
        S3Object found = head(manifest.bucket(), manifest.key(), version)
                .orElseThrow(() -> ObjectChangedException.deleted(manifest.bucket(), manifest.key()));
        if (version.isEmpty() && !found.etag().equals(manifest.etag())) {
            throw ObjectChangedException.replaced(manifest.bucket(), manifest.key());
        }
    }

    public boolean exists(String bucket, String key) {
        return head(bucket, key).isPresent();
    }

    /// Opens exactly the version that the job was started for: by its version id, or by its ETag where
    /// there is none.
    ///
    /// @return to be closed by the caller; not buffered
    /// @throws ObjectChangedException when that version is gone
    public InputStream open(ManifestRef manifest) {
        String bucket = manifest.bucket();
        String key = manifest.key();
        var pinned = request(bucket, key);
        manifest.versionId().ifPresentOrElse(pinned::versionId, () -> pinned.ifMatch('"' + manifest.etag() + '"'));
        try {
            return client.getObject(pinned.build());
        } catch (S3Exception e) {
            throw switch (e.statusCode()) {
                case PRECONDITION_FAILED -> ObjectChangedException.replaced(bucket, key, e);
                case NOT_FOUND, METHOD_NOT_ALLOWED -> ObjectChangedException.deleted(bucket, key, e);
                default -> unavailable("read", bucket, key, e);
            };
        } catch (SdkException e) {
            throw unavailable("read", bucket, key, e);
        }
    }

    /// Opens the object as it is now.
    ///
    /// @return to be closed by the caller; not buffered
    public InputStream open(String bucket, String key) {
        return used(
                "read", bucket, key, () -> client.getObject(request(bucket, key).build()));
    }

    /// Writes a small object in one request.
    public void put(String bucket, String key, String contentType, byte[] content) {
        new UploadRequests(client, expectedOwner, bucket, key, contentType).putWhole(content);
    }

    /// Writes a small object in one request.
    ///
    /// @param text is written in UTF-8
    public void put(String bucket, String key, String contentType, String text) {
        put(bucket, key, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a small object in the place of a certain one, or where there is none. Nobody else can come between.
    ///
    /// @param etag of the object that is replaced; empty for none
    /// @return false when another is there by now
    public boolean replace(String bucket, String key, String contentType, byte[] content, Optional<String> etag) {
        return new UploadRequests(client, expectedOwner, bucket, key, contentType).putInPlaceOf(etag, content);
    }

    /// Begins an object of any size. Until it is completed, nothing can be seen of it.
    public S3Upload upload(String bucket, String key, String contentType) {
        return new S3Upload(new UploadRequests(client, expectedOwner, bucket, key, contentType));
    }

    /// @throws StorageUnavailableException saying what could not be done to which object
    static <T> T used(String use, String bucket, String key, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw unavailable(use, bucket, key, e);
        }
    }

    private static StorageUnavailableException unavailable(String use, String bucket, String key, SdkException e) {
        return new StorageUnavailableException(
                "s3://%s/%s could not be %s: %s".formatted(bucket, key, use, e.getMessage()), e);
    }

    private GetObjectRequest.Builder request(String bucket, String key) {
        return GetObjectRequest.builder().bucket(bucket).key(key).expectedBucketOwner(owner());
    }

    private @Nullable String owner() {
        return expectedOwner.orElse(null);
    }

    private static S3Object seen(HeadObjectResponse head) {
        return new S3Object(
                head.contentLength(),
                head.eTag().replace("\"", ""),
                Optional.ofNullable(head.versionId()).filter(ManifestRef::pins),
                head.metadata());
    }
}
