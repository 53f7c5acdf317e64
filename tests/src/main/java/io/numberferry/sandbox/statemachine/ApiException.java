package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A refusal of the Step Functions API.
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;

    /// @param type the exception's name in the API reference
    ApiException(String type, String message) {
        super(message);
        this.type = type;
    }

    static ApiException invalid(String message) {
        return new ApiException("ValidationException", "1 validation error detected: " + message);
    }

    boolean isOf(String name) {
        return type.equals(name);
    }

    ObjectNode json() {
        return Json.object().put("__type", type).put("message", getMessage());
    }
}
