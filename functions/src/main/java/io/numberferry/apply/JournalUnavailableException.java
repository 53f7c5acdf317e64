package io.numberferry.apply;

import io.numberferry.domain.OutOfReachException;

/// The journal could not be read or written. The state machine retries the step that threw it, by this
/// class's name.
public final class JournalUnavailableException extends OutOfReachException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
