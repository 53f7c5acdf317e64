package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;

/// A voice connector.
public record VoiceConnector(String id, String name) {

    static VoiceConnector read(Fields in) {
        String id = in.required("id");
        return in.end(new VoiceConnector(id, in.text("name").orElse(id)));
    }

    ObjectNode toJson() {
        return Json.object().put("id", id).put("name", name);
    }
}
