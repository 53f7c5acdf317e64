package io.numberferry.sandbox.statemachine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The error names of the States Language, and which errors a name in `ErrorEquals` stands for.
///
/// The Developer Guide says that neither wildcard stands for `States.DataLimitExceeded`; in runs that
/// others recorded, both did, and `States.TaskFailed` did not stand for `States.QueryEvaluationError`. Here
/// a wildcard stands for an error only where the guide and the recordings both have it so: a definition
/// that recovers here recovers there.
final class ErrorNames {
    static final String ALL = "States.ALL";
    static final String TASK_FAILED = "States.TaskFailed";
    static final String TIMEOUT = "States.Timeout";
    static final String RUNTIME = "States.Runtime";
    static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";
    static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    static final String EXCEED_TOLERATED_FAILURE_THRESHOLD = "States.ExceedToleratedFailureThreshold";
    static final String ITEM_READER_FAILED = "States.ItemReaderFailed";

    /// In the order in which messages list them.
    static final List<String> KNOWN = List.of(
            ALL,
            TASK_FAILED,
            TIMEOUT,
            "States.HeartbeatTimeout",
            "States.Permissions",
            QUERY_EVALUATION_ERROR,
            DATA_LIMIT_EXCEEDED,
            EXCEED_TOLERATED_FAILURE_THRESHOLD,
            ITEM_READER_FAILED,
            "States.ResultWriterFailed",
            "States.BranchFailed",
            NO_CHOICE_MATCHED,
            RUNTIME);

    private static final Set<String> NOT_ALL = Set.of(RUNTIME, DATA_LIMIT_EXCEEDED);
    private static final Set<String> NOT_TASK_FAILED =
            Set.of(RUNTIME, DATA_LIMIT_EXCEEDED, TIMEOUT, QUERY_EVALUATION_ERROR);

    private ErrorNames() {}

    /// @param error nothing when a Fail state gave no name; only the wildcards stand for that
    static boolean matches(List<String> errorEquals, Optional<String> error) {
        String name = error.orElse("");
        return errorEquals.stream().anyMatch(pattern -> switch (pattern) {
            case ALL -> !NOT_ALL.contains(name);
            case TASK_FAILED -> !NOT_TASK_FAILED.contains(name);
            default -> pattern.equals(name) && !name.equals(RUNTIME);
        });
    }
}
