package io.numberferry.aws.executions;

/// Step Functions did not take a start. Lambda delivers the event again.
public final class ExecutionNotStartedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExecutionNotStartedException(String message, Throwable cause) {
        super(message, cause);
    }
}
