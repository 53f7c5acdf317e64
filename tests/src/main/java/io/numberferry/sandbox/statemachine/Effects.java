package io.numberferry.sandbox.statemachine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a state, a rule or a catcher leaves behind: variables, and an output in place of the usual one.
///
/// @param assign the value of each variable, by its name without `$`
record Effects(Map<String, Template> assign, Optional<Template> output) {
    Effects {
        assign = Collections.unmodifiableMap(new LinkedHashMap<>(assign));
    }

    /// All that a state may leave behind, whichever way it ends.
    static List<Effects> of(State state) {
        return switch (state) {
            case State.Task task -> with(task.effects(), task.recovery());
            case State.Map map -> with(map.effects(), map.recovery());
            case State.Choice choice ->
                Stream.concat(choice.rules().stream().map(State.Rule::effects), Stream.of(choice.effects()))
                        .toList();
            case State.Wait wait -> List.of(wait.effects());
            case State.Pass pass -> List.of(pass.effects());
            case State.Succeed succeed -> List.of(succeed.effects());
            case State.Fail _ -> List.of();
        };
    }

    private static List<Effects> with(Effects effects, Recovery recovery) {
        return Stream.concat(Stream.of(effects), recovery.catchers().stream().map(Recovery.Catcher::effects))
                .toList();
    }
}
