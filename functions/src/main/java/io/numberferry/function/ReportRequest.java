package io.numberferry.function;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The input of ReportFunction: which job, and how its execution ended.
///
/// @param manifest what the execution was started for
/// @param state `COMPLETED`, `FAILED`, `ABORTED` or `TIMED_OUT`; `PLANNED` for one that has not
///     ended and waits for a yes
/// @param error the name of the error that ended it; null when none did
/// @param cause the error's text; null when there is none
/// @param endedAt ISO-8601
/// @param closing that asks for the report; null for the execution itself, or a person
public record ReportRequest(
        PlanRequest manifest,
        String state,
        @Nullable String error,
        @Nullable String cause,
        String endedAt,
        @Nullable CloseRequest closing) {
    public ReportRequest {
        Objects.requireNonNull(manifest, "a report needs the manifest it is about");
        Objects.requireNonNull(state, "a report needs the state the job ended in");
        Objects.requireNonNull(endedAt, "a report needs the time the job ended");
    }
}
