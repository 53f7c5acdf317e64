package io.numberferry.aws.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The requests that write one object, in one piece or in several.
record UploadRequests(S3Client client, Optional<String> expectedOwner, String bucket, String key, String contentType) {
    void putWhole(byte[] content) {
        sent(() -> client.putObject(put().build(), RequestBody.fromBytes(content)));
    }

    /// @param etag of the object that is replaced; empty for none
    /// @return false when another is there
    /// @throws StorageUnavailableException also while another is being written (409)
    boolean putInPlaceOf(Optional<String> etag, byte[] content) {
        PutObjectRequest.Builder request = put();
        etag.ifPresentOrElse(known -> request.ifMatch('"' + known + '"'), () -> request.ifNoneMatch("*"));
        return sent(() -> {
            try {
                client.putObject(request.build(), RequestBody.fromBytes(content));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == S3Objects.PRECONDITION_FAILED) {
                    return false;
                }
                throw e;
            }
        });
    }

    /// @return the upload's id
    String begin() {
        return sent(() -> client.createMultipartUpload(request -> request.bucket(bucket)
                        .key(key)
                        .contentType(contentType)
                        .expectedBucketOwner(expectedOwner.orElse(null)))
                .uploadId());
    }

    /// @param number counted from 1
    CompletedPart putPart(String uploadId, int number, byte[] content) {
        var sent = sent(() -> client.uploadPart(
                request -> request.bucket(bucket)
                        .key(key)
                        .uploadId(uploadId)
                        .partNumber(number)
                        .expectedBucketOwner(expectedOwner.orElse(null)),
                RequestBody.fromBytes(content)));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(sent.eTag())
                .checksumCRC32(sent.checksumCRC32())
                .build();
    }

    void complete(String uploadId, List<CompletedPart> parts) {
        sent(() -> client.completeMultipartUpload(request -> request.bucket(bucket)
                .key(key)
                .uploadId(uploadId)
                .multipartUpload(all -> all.parts(parts))
                .expectedBucketOwner(expectedOwner.orElse(null))));
    }

    void abort(String uploadId) {
        sent(() -> client.abortMultipartUpload(request ->
                request.bucket(bucket).key(key).uploadId(uploadId).expectedBucketOwner(expectedOwner.orElse(null))));
    }

    private PutObjectRequest.Builder put() {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .expectedBucketOwner(expectedOwner.orElse(null));
    }

    private <T> T sent(Supplier<T> request) {
        return S3Objects.used("written", bucket, key, request);
    }
}
