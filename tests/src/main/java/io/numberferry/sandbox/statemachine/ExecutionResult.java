package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// How an execution ended.
public sealed interface ExecutionResult {
    /// @param output JSON text
    record Succeeded(String output) implements ExecutionResult {
        JsonNode tree() {
            try {
                return Json.read(output);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// @param error the name of the error; a Fail state need not give one
    record Failed(Optional<String> error, Optional<String> cause) implements ExecutionResult {}

    /// It took longer than the definition allows.
    record TimedOut() implements ExecutionResult {}

    /// It was stopped from outside.
    record Aborted(Optional<String> error, Optional<String> cause) implements ExecutionResult {}
}
