package io.numberferry.sandbox.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.function.Function;

/// A service that speaks json 1.1, where every request goes to `/` and a header names the operation. One operation
/// is known. It has no quota of calls and no faults, and is not counted.
///
/// @param name with its version, as the header has it before the dot: `ServiceQuotasV20190624`
/// @param operation the one that is known
/// @param answers what that operation says to a request
record JsonService(String name, String operation, Function<JsonNode, Answer> answers) {
    static final String HEADER = "X-Amz-Target";

    /// @param target the header's value
    boolean owns(String target) {
        return target.startsWith(name + ".");
    }

    Answer answer(String target, String body) {
        if (!target.equals(name + "." + operation)) {
            return refused("UnknownOperationException", "only " + operation + " is known here");
        }
        try {
            return answers.apply(Json.parse(body));
        } catch (JsonProcessingException notJson) {
            return refused("SerializationException", "The body is not JSON");
        }
    }

    static Answer refused(String type, String message) {
        return Answer.json(400, Json.object().put("__type", type).put("Message", message));
    }
}
