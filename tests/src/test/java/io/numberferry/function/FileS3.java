package io.numberferry.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// As much of S3 as a plan needs, with nothing on the heap: an object is a file below a directory.
record FileS3(Path root) implements S3Client {
    private static final String UNFINISHED = ".upload";

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // nothing is held open
    }

    Path file(String bucket, String key) {
        return root.resolve(bucket).resolve(key);
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
        if (!Files.exists(file(request.bucket(), request.key()))) {
            throw NoSuchKeyException.builder().statusCode(404).build();
        }
        return HeadObjectResponse.builder().contentLength(1L).eTag("etag").build();
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
        try {
            InputStream content = Files.newInputStream(file(request.bucket(), request.key()));
            return new ResponseInputStream<>(GetObjectResponse.builder().build(), AbortableInputStream.create(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        append(file(request.bucket(), request.key()), body);
        return PutObjectResponse.builder().build();
    }

    @Override
    public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest request) {
        return CreateMultipartUploadResponse.builder().uploadId(UNFINISHED).build();
    }

    /// Parts come one after the other.
    @Override
    public UploadPartResponse uploadPart(UploadPartRequest request, RequestBody body) {
        append(file(request.bucket(), request.key() + request.uploadId()), body);
        return UploadPartResponse.builder().eTag("part").build();
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(CompleteMultipartUploadRequest request) {
        try {
            Files.move(
                    file(request.bucket(), request.key() + request.uploadId()),
                    file(request.bucket(), request.key()),
                    StandardCopyOption.REPLACE_EXISTING);
            return CompleteMultipartUploadResponse.builder().build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file, RequestBody body) {
        try (InputStream content = body.contentStreamProvider().newStream()) {
            Files.createDirectories(file.getParent());
            Files.write(file, content.readAllBytes(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
