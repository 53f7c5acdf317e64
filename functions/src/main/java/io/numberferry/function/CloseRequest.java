package io.numberferry.function;

import java.util.Objects;

/// The input of CloseFunction.
///
/// @param executionArn of the job that ended without its report
/// @param closing the execution that closes it
public record CloseRequest(String executionArn, String closing) {
    public CloseRequest {
        Objects.requireNonNull(executionArn, "a closing needs the execution of the job");
        Objects.requireNonNull(closing, "a closing needs its own execution");
    }
}
