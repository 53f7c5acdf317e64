package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.time.Instant;

/// A call that was made with a client token, and what it was answered.
///
/// @param api the qualified name of the API
/// @param parameters the call's other parameters, in a form that compares
/// @param answer the text of the answer's body; empty for none
public record ClientTokenUse(String api, String token, String parameters, String answer, Instant at) {

    static ClientTokenUse read(Fields in) {
        return in.end(new ClientTokenUse(
                in.required("api"),
                in.required("token"),
                in.required("parameters"),
                in.text("answer").orElse(""),
                in.instant("at").orElse(Instant.EPOCH)));
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("api", api).put("token", token).put("parameters", parameters);
        if (!answer.isEmpty()) {
            json.put("answer", answer);
        }
        return json.put("at", at.toString());
    }
}
