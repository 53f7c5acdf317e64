package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// Why a state failed.
///
/// @param error the name of the error; nothing when a Fail state gave none
/// @param cause text for people, or Lambda's JSON
record ErrorOutput(Optional<String> error, Optional<String> cause) {
    static ErrorOutput of(String error, String cause) {
        return new ErrorOutput(Optional.of(error), Optional.of(cause));
    }

    /// As a catcher finds it in `$states.errorOutput`.
    ObjectNode json() {
        ObjectNode json = Json.object();
        error.ifPresent(text -> json.put("Error", text));
        cause.ifPresent(text -> json.put("Cause", text));
        return json;
    }
}
