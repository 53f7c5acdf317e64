package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/// The workflow variables that a state sees: those of its own workflow, and those of the workflows around
/// it, which it can only read. Immutable, so that an iteration cannot disturb another.
///
/// @param bytes of all values as JSON
record Variables(Map<String, JsonNode> visible, long bytes) {
    /// From the quotas of the service: all that an execution keeps.
    private static final long LARGEST_TOTAL_BYTES = 10L * 1024 * 1024;

    static final Variables NONE = new Variables(Map.of(), 0);

    Variables {
        visible = Map.copyOf(visible);
    }

    /// @param state whose `Assign` it is
    /// @throws StateFailure when the new values, or all values, are too large
    Variables with(Map<String, JsonNode> assigned, String state) {
        if (assigned.isEmpty()) {
            return this;
        }
        long added = bytes(assigned);
        Payload.check(added, "the Assign of state '" + state + "'");
        Map<String, JsonNode> replaced = new HashMap<>(visible);
        replaced.keySet().retainAll(assigned.keySet());
        long total = bytes + added - bytes(replaced);
        if (total > LARGEST_TOTAL_BYTES) {
            throw new StateFailure(
                    ErrorNames.DATA_LIMIT_EXCEEDED, "all variables after state '" + state + "' are more than 10 MiB");
        }
        Map<String, JsonNode> all = new HashMap<>(visible);
        all.putAll(assigned);
        return new Variables(all, total);
    }

    private static long bytes(Map<String, JsonNode> variables) {
        return variables.values().stream().mapToLong(Payload::bytes).sum();
    }
}
