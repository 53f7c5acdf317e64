package io.numberferry.function;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The input of CloseFunction.
///
/// @param executionArn of the job that ended without its report
/// @param closing the execution that closes it
/// @param startedAt when that began, ISO-8601; null for not after the job's end
public record CloseRequest(
        String executionArn, String closing, @Nullable String startedAt) {
    public CloseRequest {
        Objects.requireNonNull(executionArn, "a closing needs the execution of the job");
        Objects.requireNonNull(closing, "a closing needs its own execution");
    }

    /// From when on it has been tried to close an end.
    Instant since(Instant end) {
        Instant started = startedAt == null ? end : Instant.parse(startedAt);
        return started.isAfter(end) ? started : end;
    }
}
