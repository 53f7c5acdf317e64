package io.numberferry.domain;

import java.util.Optional;

/// One version of one uploaded CSV.
///
/// @param key decoded, as S3 stores it
/// @param versionId present when the bucket is versioned, and the version tells anything
/// @param etag the entity tag without quotes; pins an unversioned object
/// @param size bytes
public record ManifestRef(String bucket, String key, Optional<String> versionId, String etag, long size) {
    /// The version id of objects that were written while the bucket was not versioned. The next such write
    /// replaces the object under the same id, so it pins nothing.
    private static final String UNVERSIONED = "null";

    public ManifestRef {
        versionId = versionId.filter(ManifestRef::pins);
    }

    /// Tells whether a version id, as S3 gives it, stays that of the same content.
    public static boolean pins(String versionId) {
        return !versionId.isEmpty() && !versionId.equals(UNVERSIONED);
    }

    /// What tells this version from others: the version id, or the ETag where there is none.
    public String version() {
        return versionId.orElse(etag);
    }
}
