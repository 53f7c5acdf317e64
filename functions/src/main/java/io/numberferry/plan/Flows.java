package io.numberferry.plan;

import io.numberferry.domain.FlowName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The flows of the instances that a file names.
///
/// @param byInstance instance id to its flows; instances whose flows were not read are missing
public record Flows(Map<String, List<Flow>> byInstance) {
    /// A flow of an instance.
    public record Flow(String id, String name) {}

    public Flows {
        byInstance = Map.copyOf(byInstance);
    }

    /// Finds a flow by its id, its ARN or its exact name. An id wins over a name.
    ///
    /// @return the flow's id; empty when the instance has no such flow, or two of that name
    public Optional<String> find(String instanceId, FlowName wanted) {
        List<Flow> flows = byInstance.getOrDefault(instanceId, List.of());
        String id = wanted.idInArn().orElse(wanted.text());
        if (flows.stream().anyMatch(flow -> flow.id().equals(id))) {
            return Optional.of(id);
        }
        List<Flow> named =
                flows.stream().filter(flow -> flow.name().equals(wanted.text())).toList();
        return named.size() == 1 ? Optional.of(named.getFirst().id()) : Optional.empty();
    }
}
