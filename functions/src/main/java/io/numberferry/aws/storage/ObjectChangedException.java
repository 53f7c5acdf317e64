package io.numberferry.aws.storage;

/// The object that a job was started for is no longer what it was. Trying again cannot help: the state
/// machine ends the job by this class's name.
public final class ObjectChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ObjectChangedException(String message) {
        super(message);
    }

    private ObjectChangedException(String message, Throwable cause) {
        super(message, cause);
    }

    static ObjectChangedException replaced(String bucket, String key) {
        return new ObjectChangedException(sentence(bucket, key, "replaced"));
    }

    static ObjectChangedException deleted(String bucket, String key) {
        return new ObjectChangedException(sentence(bucket, key, "deleted"));
    }

    static ObjectChangedException replaced(String bucket, String key, Throwable cause) {
        return new ObjectChangedException(sentence(bucket, key, "replaced"), cause);
    }

    static ObjectChangedException deleted(String bucket, String key, Throwable cause) {
        return new ObjectChangedException(sentence(bucket, key, "deleted"), cause);
    }

    private static String sentence(String bucket, String key, String fate) {
        return "s3://%s/%s was %s after the job had begun; upload the file again to start a new job."
                .formatted(bucket, key, fate);
    }
}
