package io.numberferry.sandbox.statemachine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A way from one state to another.
///
/// @param assigned the variables that are set on the way
/// @param field the field that names the target
record Edge(String target, Set<String> assigned, String field) {

    static List<Edge> of(State state) {
        return switch (state) {
            case State.Task task -> recovering(task.transition(), task.effects(), task.recovery());
            case State.Map map -> recovering(map.transition(), map.effects(), map.recovery());
            case State.Choice choice -> choosing(choice);
            case State.Wait wait -> next(wait.transition(), wait.effects());
            case State.Pass pass -> next(pass.transition(), pass.effects());
            case State.Succeed _, State.Fail _ -> List.of();
        };
    }

    static boolean ends(State state) {
        return switch (state) {
            case State.Task task -> task.transition() instanceof Transition.End;
            case State.Map map -> map.transition() instanceof Transition.End;
            case State.Wait wait -> wait.transition() instanceof Transition.End;
            case State.Pass pass -> pass.transition() instanceof Transition.End;
            case State.Succeed _, State.Fail _ -> true;
            case State.Choice _ -> false;
        };
    }

    private static List<Edge> next(Transition transition, Effects effects) {
        return switch (transition) {
            case Transition.To(String target) -> List.of(new Edge(target, assigned(effects), "Next"));
            case Transition.End() -> List.of();
        };
    }

    private static List<Edge> recovering(Transition transition, Effects effects, Recovery recovery) {
        List<Edge> edges = new ArrayList<>(next(transition, effects));
        for (Recovery.Catcher catcher : recovery.catchers()) {
            edges.add(new Edge(catcher.next(), assigned(catcher.effects()), "Catch/Next"));
        }
        return edges;
    }

    private static List<Edge> choosing(State.Choice choice) {
        List<Edge> edges = new ArrayList<>();
        for (State.Rule rule : choice.rules()) {
            edges.add(new Edge(rule.next(), assigned(rule.effects()), "Choices/Next"));
        }
        choice.fallback().ifPresent(target -> edges.add(new Edge(target, assigned(choice.effects()), "Default")));
        return edges;
    }

    private static Set<String> assigned(Effects effects) {
        return effects.assign().keySet();
    }
}
