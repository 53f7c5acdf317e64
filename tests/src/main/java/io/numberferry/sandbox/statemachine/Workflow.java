package io.numberferry.sandbox.statemachine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// States that lead to one another: those of the state machine, or those that a Map state runs for each item.
///
/// @param startAt the name of the first state
/// @param states every state by its name, in the definition's order
record Workflow(String startAt, Map<String, State> states) {
    Workflow {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    State state(String name) {
        State state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("no state is named " + name);
        }
        return state;
    }
}
