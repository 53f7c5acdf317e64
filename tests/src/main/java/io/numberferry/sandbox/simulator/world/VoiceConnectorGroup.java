package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.List;

/// A voice connector group.
///
/// @param members its voice connectors, the first with priority 1
public record VoiceConnectorGroup(String id, String name, List<String> members) {
    public VoiceConnectorGroup {
        members = List.copyOf(members);
    }

    static VoiceConnectorGroup read(Fields in) {
        String id = in.required("id");
        return in.end(new VoiceConnectorGroup(
                id,
                in.text("name").orElse(id),
                in.list("voiceConnectors", VoiceConnector::read).stream()
                        .map(VoiceConnector::id)
                        .toList()));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("id", id).put("name", name);
        json.set(
                "voiceConnectors",
                Json.array(members.stream().map(member -> Json.object().put("id", member))));
        return json;
    }
}
