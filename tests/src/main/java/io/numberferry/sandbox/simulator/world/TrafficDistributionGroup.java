package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;

/// A traffic distribution group.
///
/// @param instanceId the instance it belongs to
/// @param status `ACTIVE`, or what else DescribeTrafficDistributionGroup can say; only an active one takes
///     numbers
public record TrafficDistributionGroup(String id, String name, String instanceId, String status) {

    static TrafficDistributionGroup read(Fields in) {
        String id = in.required("id");
        return in.end(new TrafficDistributionGroup(
                id.substring(id.lastIndexOf('/') + 1),
                in.text("name").orElse(id),
                in.required("instance"),
                in.text("status").orElse("ACTIVE")));
    }

    ObjectNode toJson() {
        return Json.object()
                .put("id", id)
                .put("name", name)
                .put("instance", instanceId)
                .put("status", status);
    }

    public boolean active() {
        return status.equals("ACTIVE");
    }

    TrafficDistributionGroup at(String instance) {
        return new TrafficDistributionGroup(id, name, instance, status);
    }
}
