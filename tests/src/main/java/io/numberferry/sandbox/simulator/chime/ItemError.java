package io.numberferry.sandbox.simulator.chime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.ErrorType;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Refusal;

/// Why one number of a call was refused.
///
/// @param code of the model's `ErrorCode`, or any other that a world file wants
record ItemError(String code, String message) {
    private static final String BAD_REQUEST = "BadRequest";
    private static final String CONFLICT = "Conflict";
    private static final String NOT_FOUND = "NotFound";

    static ItemError badRequest(String message) {
        return new ItemError(BAD_REQUEST, message);
    }

    static ItemError conflict(String message) {
        return new ItemError(CONFLICT, message);
    }

    static ItemError notFound(String message) {
        return new ItemError(NOT_FOUND, message);
    }

    /// The entry in `PhoneNumberErrors`.
    ObjectNode toJson(String phoneNumberId) {
        return Json.object()
                .put("PhoneNumberId", phoneNumberId)
                .put("ErrorCode", code)
                .put("ErrorMessage", message);
    }

    /// The same, from an operation that takes a single number.
    Refusal refusal() {
        ErrorType type = switch (code) {
            case CONFLICT -> ErrorType.CONFLICT;
            case NOT_FOUND -> ErrorType.NOT_FOUND;
            default -> ErrorType.BAD_REQUEST;
        };
        return type.refusal(message);
    }
}
