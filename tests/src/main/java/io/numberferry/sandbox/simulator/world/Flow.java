package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;

/// A flow of a Connect instance.
///
/// @param type as ListContactFlows says it; only a `CONTACT_FLOW` can be attached to a number
/// @param state `ACTIVE` or `ARCHIVED`; an archived one cannot be attached
public record Flow(String instanceId, String id, String name, String type, String state) {
    private static final String INBOUND = "CONTACT_FLOW";

    static Flow read(Fields in) {
        String id = in.required("id");
        return in.end(new Flow(
                in.required("instance"),
                id,
                in.text("name").orElse(id),
                in.text("type").orElse(INBOUND),
                in.text("state").orElse("ACTIVE")));
    }

    /// A flow of which nothing but the id is known.
    static Flow unlisted(String instanceId, String id) {
        return new Flow(instanceId, id, id, INBOUND, "ACTIVE");
    }

    ObjectNode toJson() {
        return Json.object()
                .put("instance", instanceId)
                .put("id", id)
                .put("name", name)
                .put("type", type)
                .put("state", state);
    }

    public boolean attachable() {
        return type.equals(INBOUND) && state.equals("ACTIVE");
    }

    Flow at(String instance) {
        return new Flow(instance, id, name, type, state);
    }
}
