package io.numberferry.sandbox.statemachine;

import java.util.List;

/// The fields of the reserved variable `$states` that an expression can read, by where it stands.
enum StatesFields {
    /// Before the state has a result.
    INPUT,
    /// After a Task or a Map: `Assign` and `Output`.
    RESULT,
    /// In a catcher.
    ERROR_OUTPUT;

    List<String> names() {
        return switch (this) {
            case INPUT -> List.of("input", "context");
            case RESULT -> List.of("input", "context", "result");
            case ERROR_OUTPUT -> List.of("input", "context", "errorOutput");
        };
    }
}
