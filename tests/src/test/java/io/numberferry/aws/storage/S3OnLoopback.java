package io.numberferry.aws.storage;

import io.numberferry.sandbox.local.LocalS3;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// S3 with a versioned and an unversioned bucket, in memory.
final class S3OnLoopback {
    static final String VERSIONED = "versioned";
    static final String UNVERSIONED = "unversioned";

    private final LocalS3 server = LocalS3.start(Optional.empty());
    private final S3Client client;

    S3OnLoopback() {
        client = clientWith(new ExecutionInterceptor() {});
        client.createBucket(request -> request.bucket(UNVERSIONED));
        client.createBucket(request -> request.bucket(VERSIONED));
        client.putBucketVersioning(request -> request.bucket(VERSIONED)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    }

    S3Client client() {
        return client;
    }

    S3Client clientWith(ExecutionInterceptor interceptor) {
        return Clients.local(S3Client.builder(), server.uri())
                .httpClient(Clients.http())
                .overrideConfiguration(settings -> settings.addExecutionInterceptor(interceptor))
                .build();
    }

    void stop() {
        client.close();
        server.close();
    }
}
