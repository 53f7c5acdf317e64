package io.numberferry.sandbox.statemachine;

import java.util.List;
import java.util.Optional;

/// One state of a workflow, as checked when the definition was read.
sealed interface State {
    String name();

    /// The word in the definition's `Type`.
    default String type() {
        return getClass().getSimpleName();
    }

    /// Invokes a Lambda function.
    record Task(String name, Integration integration, Recovery recovery, Effects effects, Transition transition)
            implements State {}

    /// Runs a workflow for each item of a list.
    record Map(String name, Iteration iteration, Recovery recovery, Effects effects, Transition transition)
            implements State {}

    /// Takes the first rule whose condition holds.
    ///
    /// @param fallback where to go when none holds; without it that is an error
    /// @param effects of the fallback alone
    record Choice(String name, List<Rule> rules, Optional<String> fallback, Effects effects) implements State {
        public Choice {
            rules = List.copyOf(rules);
        }
    }

    record Wait(String name, Delay delay, Effects effects, Transition transition) implements State {}

    record Pass(String name, Effects effects, Transition transition) implements State {}

    record Succeed(String name, Effects effects) implements State {}

    record Fail(String name, Optional<Template> error, Optional<Template> cause) implements State {}

    /// @param condition must give true or false
    record Rule(Template condition, Effects effects, String next) {}

    /// What a Task asks of another service.
    sealed interface Integration {}

    /// A call of a Lambda function, and how long it may take.
    record Invocation(Template functionName, Optional<Template> payload, Optional<Amount> timeoutSeconds)
            implements Integration {}

    /// Events for EventBridge.
    ///
    /// @param entries must give a list of `PutEvents` entries
    /// @param callback whether the task then waits until somebody answers with its token
    /// @param timeoutSeconds how long it waits at most
    record Publication(Template entries, boolean callback, Optional<Amount> timeoutSeconds) implements Integration {}

    sealed interface Delay {
        record Seconds(Amount amount) implements Delay {}

        /// @param timestamp must give an RFC 3339 instant
        record Until(Template timestamp) implements Delay {}
    }
}
