package io.numberferry.domain;

/// Something that all work rests on, a table or a bucket, cannot be reached: a worker ends with it, and none of its
/// rows is to blame.
public abstract class OutOfReachException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected OutOfReachException(String message) {
        super(message);
    }

    protected OutOfReachException(String message, Throwable cause) {
        super(message, cause);
    }
}
