package io.numberferry.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.aws.storage.Json;
import java.util.Optional;

/// Reads why an execution failed. Step Functions wraps what a function threw: the cause is JSON with the
/// message in it.
final class Causes {
    private Causes() {}

    /// One sentence for people; empty when nothing failed.
    static Optional<String> sentence(ReportRequest request) {
        return Optional.ofNullable(request.cause())
                .filter(cause -> !cause.isBlank())
                .map(Causes::message)
                .or(() -> Optional.ofNullable(request.error()).filter(error -> !error.isBlank()));
    }

    private static String message(String cause) {
        try {
            JsonNode message = Json.mapper().readTree(cause).path("errorMessage");
            return message.isTextual() ? message.asText() : cause;
        } catch (JsonProcessingException _) {
            return cause;
        }
    }
}
