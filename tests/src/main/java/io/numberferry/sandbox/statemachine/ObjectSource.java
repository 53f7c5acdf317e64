package io.numberferry.sandbox.statemachine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads objects for the ItemReader of a Map state. Several threads read at once.
public interface ObjectSource {
    /// @param versionId the version to read; nothing means the newest
    /// @throws IOException when there is no such object, or it cannot be read
    InputStream open(String bucket, String key, Optional<String> versionId) throws IOException;
}
