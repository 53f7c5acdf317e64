package io.numberferry.sandbox.statemachine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Reads `StartAt` and `States`, of a definition and of the Map states in it. One reader reads one
/// definition.
final class WorkflowReader {
    private static final int LONGEST_NAME = 80;

    private final StateReader states = new StateReader(this);
    private final Set<String> names = new HashSet<>();

    Workflow read(Fields fields) {
        String startAt = fields.text("StartAt");
        Fields definitions = fields.object("States");
        Map<String, State> read = new LinkedHashMap<>();
        definitions.node().properties().forEach(entry -> {
            checkName(definitions, entry.getKey());
            Fields state = Fields.of(entry.getValue(), "state '" + entry.getKey() + "'");
            read.put(entry.getKey(), states.read(entry.getKey(), state));
        });
        Workflow workflow = new Workflow(startAt, read);
        Reachability.check(workflow, fields);
        return workflow;
    }

    private void checkName(Fields definitions, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw definitions.refusal(name, "is no name of a state; supported are 1 to 80 characters");
        }
        if (!names.add(name)) {
            throw definitions.refusal(name, "is the name of another state too; supported are names used once");
        }
    }
}
