package io.numberferry.plan;

import io.numberferry.domain.Failure;
import io.numberferry.domain.FlowName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The flows of the instances that a file names.
///
/// @param byInstance instance id to its flows
/// @param unread instance id to why its flows could not be read; an instance in neither map has no flows
public record Flows(Map<String, List<Flow>> byInstance, Map<String, Failure> unread) {
    private static final String TYPE = "CONTACT_FLOW";

    /// A flow of an instance. What the service did not say is empty text, and is not held against the flow.
    ///
    /// @param type for example `CONTACT_FLOW`
    /// @param state `ACTIVE` or `ARCHIVED`
    /// @param status `PUBLISHED` or `SAVED`
    public record Flow(String id, String name, String type, String state, String status) {

        /// Why no number can ring it; empty when one can.
        Optional<String> fault() {
            if (!type.isEmpty() && !type.equals(TYPE)) {
                return Optional.of("is of type " + type + ", and a number rings only a " + TYPE);
            }
            if (state.equals("ARCHIVED")) {
                return Optional.of("is archived");
            }
            return status.equals("SAVED") ? Optional.of("was saved and never published") : Optional.empty();
        }
    }

    public Flows {
        byInstance = Map.copyOf(byInstance);
        unread = Map.copyOf(unread);
    }

    /// Finds a flow by its id, its ARN or its exact name. An id wins over a name; of several flows of one name,
    /// the only one that a number can ring is meant.
    ///
    /// @return empty when the instance has no such flow, or cannot tell which is meant
    public Optional<Flow> find(String instanceId, FlowName wanted) {
        List<Flow> flows = byInstance.getOrDefault(instanceId, List.of());
        String id = wanted.idInArn().orElse(wanted.text());
        Optional<Flow> byId =
                flows.stream().filter(flow -> flow.id().equals(id)).findFirst();
        return byId.or(() -> only(
                flows.stream().filter(flow -> flow.name().equals(wanted.text())).toList()));
    }

    private static Optional<Flow> only(List<Flow> named) {
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        List<Flow> usable =
                named.stream().filter(flow -> flow.fault().isEmpty()).toList();
        return usable.size() == 1 ? Optional.of(usable.getFirst()) : Optional.empty();
    }
}
