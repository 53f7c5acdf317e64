package io.numberferry.sandbox.statemachine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Refuses a workflow that leads to a state it has not, or has a state to which nothing leads, or never ends.
final class Reachability {
    private Reachability() {}

    static void check(Workflow workflow, Fields fields) {
        if (!workflow.states().containsKey(workflow.startAt())) {
            throw fields.refusal("StartAt", "names '" + workflow.startAt() + "', which is no state beside it");
        }
        workflow.states().values().forEach(state -> checkTargets(workflow, state));
        Set<String> reached = from(workflow, workflow.startAt());
        for (String name : workflow.states().keySet()) {
            if (!reached.contains(name)) {
                throw fields.refusal("States/" + name, "is a state to which no other leads");
            }
        }
        if (workflow.states().values().stream().noneMatch(Edge::ends)) {
            throw fields.refusal("States", "has no state that ends; there must be an 'End', a Succeed or a Fail");
        }
    }

    /// Every state that can follow a state, and that state itself.
    static Set<String> from(Workflow workflow, String start) {
        Set<String> reached = new HashSet<>(List.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Edge edge : Edge.of(workflow.state(open.remove()))) {
                if (reached.add(edge.target())) {
                    open.add(edge.target());
                }
            }
        }
        return reached;
    }

    private static void checkTargets(Workflow workflow, State state) {
        for (Edge edge : Edge.of(state)) {
            if (!workflow.states().containsKey(edge.target())) {
                throw new InvalidDefinitionException("state '" + state.name() + "': field '" + edge.field()
                        + "' names '" + edge.target() + "', which is no state beside it");
            }
        }
    }
}
