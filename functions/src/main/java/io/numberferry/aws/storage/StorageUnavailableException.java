package io.numberferry.aws.storage;

import io.numberferry.domain.OutOfReachException;

/// S3 or the quota table could not be read or written. The state machine retries the step that threw it, by
/// this class's name.
public final class StorageUnavailableException extends OutOfReachException {
    private static final long serialVersionUID = 1L;

    StorageUnavailableException(String message) {
        super(message);
    }

    StorageUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
