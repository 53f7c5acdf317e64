package io.numberferry.sandbox.local;

import java.util.Optional;

/// An object that has just become readable.
///
/// @param key as the writer gave it; a real S3 event has it URL-encoded
/// @param size bytes
/// @param eTag without the quotes, as in a real S3 event
/// @param versionId empty where the bucket keeps no versions
public record ObjectCreated(String bucket, String key, long size, String eTag, Optional<String> versionId) {}
