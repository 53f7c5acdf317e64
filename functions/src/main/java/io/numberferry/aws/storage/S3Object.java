package io.numberferry.aws.storage;

import java.util.Map;
import java.util.Optional;

/// What S3 says about an object.
///
/// @param size bytes
/// @param etag the entity tag without quotes
/// @param versionId empty when the bucket is not versioned, or was not when the object was written
/// @param metadata the user metadata; names are lower-case and without `x-amz-meta-`
public record S3Object(long size, String etag, Optional<String> versionId, Map<String, String> metadata) {
    public S3Object {
        metadata = Map.copyOf(metadata);
    }
}
