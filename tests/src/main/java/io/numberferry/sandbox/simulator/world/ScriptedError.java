package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.ErrorType;
import io.numberferry.sandbox.simulator.wire.Refusal;

/// An error that a world file asks for.
///
/// @param type the name that travels in `x-amzn-ErrorType`
public record ScriptedError(String type, int status, String message) {

    /// The fields `error`, `status` (needed only for an error that is not known here) and `message`.
    static ScriptedError read(Fields in) {
        String type = in.required("error");
        int status = in.count("status")
                .or(() -> ErrorType.named(type).map(ErrorType::status))
                .orElseThrow(() ->
                        in.wrong("error", "says " + type + ", whose HTTP status is not known", "add the field status"));
        return new ScriptedError(type, status, in.text("message").orElse("The world file asks for this error."));
    }

    ObjectNode addTo(ObjectNode json) {
        return json.put("error", type).put("status", status).put("message", message);
    }

    public Refusal refusal() {
        return new Refusal(type, status, message);
    }
}
