package io.numberferry.aws.executions;

/// Step Functions could not be asked about an execution. Worth asking again.
public final class ExecutionUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExecutionUnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
