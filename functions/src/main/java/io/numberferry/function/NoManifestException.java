package io.numberferry.function;

/// The object a job was started for is not there.
public final class NoManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoManifestException(String bucket, String key) {
        super("there is no object s3://" + bucket + "/" + key + ": upload it again, or correct the key");
    }
}
