package io.numberferry.sandbox.statemachine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A definition that was read and checked: immutable, safe for use by several threads and executions at once.
public final class StateMachine {
    private final Workflow workflow;
    private final Optional<Duration> timeout;

    StateMachine(Workflow workflow, Optional<Duration> timeout) {
        this.workflow = workflow;
        this.timeout = timeout;
    }

    /// Reads a definition in the JSONata mode of the Amazon States Language.
    ///
    /// @param definition the JSON text
    /// @param substitutions what stands for each `${Name}` in the definition's strings, by name
    /// @throws InvalidDefinitionException when the text is not a definition, or holds anything this runner
    ///         does not run, or names a substitution that is not given, or does not name one that is
    public static StateMachine parse(String definition, Map<String, String> substitutions) {
        return DefinitionReader.read(definition, substitutions);
    }

    Workflow workflow() {
        return workflow;
    }

    /// How long an execution may take, where the definition says so.
    Optional<Duration> timeout() {
        return timeout;
    }
}
