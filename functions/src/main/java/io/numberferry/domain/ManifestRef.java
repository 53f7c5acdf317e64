package io.numberferry.domain;

import java.util.Optional;

/// One version of one uploaded CSV.
///
/// @param key decoded, as S3 stores it
/// @param versionId present when the bucket is versioned
/// @param etag the entity tag without quotes; pins an unversioned object
/// @param size bytes
public record ManifestRef(String bucket, String key, Optional<String> versionId, String etag, long size) {
    /// What tells this version from others: the version id, or the ETag where there is none.
    public String version() {
        return versionId.orElse(etag);
    }
}
