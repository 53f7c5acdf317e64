package io.numberferry.sandbox.statemachine;

/// Carries the error of a state to where it is retried or caught, or else to the end of its execution.
final class StateFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorOutput errorOutput;

    StateFailure(ErrorOutput errorOutput) {
        super(errorOutput.toString(), null, false, false);
        this.errorOutput = errorOutput;
    }

    StateFailure(String error, String cause) {
        this(ErrorOutput.of(error, cause));
    }

    ErrorOutput errorOutput() {
        return errorOutput;
    }
}
