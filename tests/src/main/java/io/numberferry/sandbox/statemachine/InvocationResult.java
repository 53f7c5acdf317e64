package io.numberferry.sandbox.statemachine;

import java.util.List;

/// How a call of a Lambda function ended.
public sealed interface InvocationResult {
    /// @param payload JSON text; an empty one means null
    record Returned(String payload) implements InvocationResult {}

    /// The function, or the runtime around it, ended with an error.
    ///
    /// @param errorType the error's name to the state machine: for Java the exception's class with its
    ///         package, for a crash `Runtime.ExitError`, for a time-out of the function `Sandbox.Timedout`
    /// @param stackTrace one line a frame; may be empty
    record Failed(String errorType, String errorMessage, List<String> stackTrace) implements InvocationResult {
        public Failed {
            stackTrace = List.copyOf(stackTrace);
        }
    }

    /// The Lambda service did not run the function.
    ///
    /// @param error for example `Lambda.TooManyRequestsException` or `Lambda.ResourceNotFoundException`
    record Refused(String error, String cause) implements InvocationResult {}
}
