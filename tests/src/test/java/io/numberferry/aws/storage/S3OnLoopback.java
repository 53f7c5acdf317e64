package io.numberferry.aws.storage;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// S3 with a versioned and an unversioned bucket, in memory.
final class S3OnLoopback {
    static final String VERSIONED = "versioned";
    static final String UNVERSIONED = "unversioned";

    private final S3Proxy server = S3Proxy.builder()
            .blobStore(new TransientNio2BlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, Clients.KEY, Clients.KEY)
            .ignoreUnknownHeaders(true)
            .stopTimeout(0)
            .build();
    private final S3Client client;

    S3OnLoopback() throws Exception {
        server.start();
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
        return Clients.local(S3Client.builder(), URI.create("http://127.0.0.1:" + server.getPort()))
                .httpClient(Clients.http())
                .overrideConfiguration(settings -> settings.addExecutionInterceptor(interceptor))
                .build();
    }

    void stop() throws Exception {
        client.close();
        server.stop();
    }
}
