package io.numberferry.sandbox.statemachine;

import java.util.HashSet;
import java.util.Set;

/// Refuses a state inside a Map that sets a variable which the states before the Map have set: inner
/// variables cannot have the name of an outer one. The service refuses it for distributed maps as well,
/// although their children see no outer variable.
final class ScopeCheck {
    private ScopeCheck() {}

    static void check(Workflow workflow) {
        check(workflow, Set.of());
    }

    private static void check(Workflow workflow, Set<String> outer) {
        for (State state : workflow.states().values()) {
            checkAssigned(state, outer);
            if (state instanceof State.Map map) {
                Set<String> visible = new HashSet<>(outer);
                visible.addAll(setBefore(workflow, map.name()));
                check(map.iteration().workflow(), visible);
            }
        }
    }

    private static Set<String> setBefore(Workflow workflow, String target) {
        Set<String> variables = new HashSet<>();
        for (State state : workflow.states().values()) {
            for (Edge edge : Edge.of(state)) {
                if (Reachability.from(workflow, edge.target()).contains(target)) {
                    variables.addAll(edge.assigned());
                }
            }
        }
        return variables;
    }

    private static void checkAssigned(State state, Set<String> outer) {
        for (Effects effects : Effects.of(state)) {
            for (String variable : effects.assign().keySet()) {
                if (outer.contains(variable)) {
                    throw new InvalidDefinitionException("state '" + state.name() + "': field 'Assign/" + variable
                            + "' sets a variable that is set before the Map state around it; supported is another"
                            + " name");
                }
            }
        }
    }
}
