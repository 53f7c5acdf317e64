package io.numberferry.sandbox.statemachine;

import java.util.Optional;

/// What a Map state runs, and over which items.
///
/// @param itemSelector what each iteration gets in place of its item
/// @param maxConcurrency 0, or nothing, means as many as the mode allows
record Iteration(
        Items items, Optional<Template> itemSelector, Optional<Amount> maxConcurrency, Workflow workflow, Mode mode) {
    /// From the service's quotas, as the next.
    private static final int MOST_INLINE = 40;

    private static final int MOST_DISTRIBUTED = 10_000;

    sealed interface Items {
        /// @param template must give an array
        record Given(Template template) implements Items {}

        /// The state's input, which must be an array.
        record Input() implements Items {}

        record Stored(Template bucket, Template key, Optional<Template> versionId, InputType inputType)
                implements Items {}
    }

    enum InputType {
        /// One array.
        JSON,
        /// One JSON value a line.
        JSONL
    }

    sealed interface Mode {
        /// How many iterations run at once.
        ///
        /// @param wanted the definition's MaxConcurrency, or 0
        default int atOnce(int wanted) {
            int most = switch (this) {
                case Inline _ -> MOST_INLINE;
                case Distributed _ -> MOST_DISTRIBUTED;
            };
            return wanted == 0 ? most : Math.min(wanted, most);
        }

        /// Iterations are part of the same execution, see its variables, and fail it together.
        record Inline() implements Mode {}

        /// Each iteration is an execution of its own.
        ///
        /// @param label names the children; the state's name does when the definition has none
        record Distributed(String label, ExecutionType executionType, Tolerance tolerance) implements Mode {}
    }

    enum ExecutionType {
        STANDARD,
        EXPRESS
    }

    /// How many children may fail before the Map state does.
    record Tolerance(Optional<Amount> count, Optional<Amount> percentage) {}
}
