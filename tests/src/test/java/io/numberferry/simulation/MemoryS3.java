package io.numberferry.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// S3 in memory, unversioned: whole objects, each pinned by its ETag.
final class MemoryS3 implements S3Client {
    /// What happens around a request: it takes time, and it may fail before or after it was carried out.
    interface Way {
        void there(String request);

        void back(String request);
    }

    private final Map<String, byte[]> objects = new HashMap<>();
    private final Way way;

    MemoryS3(Way way) {
        this.way = way;
    }

    /// Stores an object behind the back of everyone.
    ///
    /// @return its ETag
    String place(String key, byte[] content) {
        objects.put(key, content);
        return etag(content);
    }

    Optional<byte[]> content(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /// The objects whose keys begin so, each as one text of bytes, by key.
    Map<String, String> under(String prefix) {
        Map<String, String> found = new TreeMap<>();
        objects.forEach((key, content) -> {
            if (key.startsWith(prefix)) {
                found.put(key, new String(content, StandardCharsets.ISO_8859_1));
            }
        });
        return found;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        objects.clear();
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
        way.there("HeadObject " + request.key());
        byte[] found = found(request.key());
        way.back("HeadObject " + request.key());
        return HeadObjectResponse.builder()
                .contentLength((long) found.length)
                .eTag('"' + etag(found) + '"')
                .metadata(Map.of())
                .build();
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
        way.there("GetObject " + request.key());
        byte[] found = found(request.key());
        if (request.ifMatch() != null && !request.ifMatch().equals('"' + etag(found) + '"')) {
            throw refused(412);
        }
        way.back("GetObject " + request.key());
        GetObjectResponse answer =
                GetObjectResponse.builder().eTag('"' + etag(found) + '"').build();
        return new ResponseInputStream<>(answer, new ByteArrayInputStream(found));
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        way.there("PutObject " + request.key());
        try (var content = body.contentStreamProvider().newStream()) {
            requireExpected(request);
            objects.put(request.key(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        way.back("PutObject " + request.key());
        return PutObjectResponse.builder().build();
    }

    private void requireExpected(PutObjectRequest request) {
        Optional<String> there = content(request.key()).map(content -> '"' + etag(content) + '"');
        if ((request.ifNoneMatch() != null && there.isPresent())
                || (request.ifMatch() != null && !there.equals(Optional.of(request.ifMatch())))) {
            throw refused(412);
        }
    }

    private byte[] found(String key) {
        return content(key).orElseThrow(() -> refused(404));
    }

    static RuntimeException refused(int status) {
        return S3Exception.builder()
                .statusCode(status)
                .message("status " + status)
                .writableStackTrace(false)
                .build();
    }

    private static String etag(byte[] content) {
        return HexFormat.of().toHexDigits(java.util.Arrays.hashCode(content));
    }
}
