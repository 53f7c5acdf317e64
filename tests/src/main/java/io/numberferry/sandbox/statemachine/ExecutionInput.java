package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/// What an execution is started with.
///
/// @param stateMachineArn `arn:aws:states:<region>:<account>:stateMachine:<name>`
/// @param name of the execution; with the machine's ARN it makes the execution's
/// @param json the input, JSON text
public record ExecutionInput(String stateMachineArn, String name, String json) {
    public ExecutionInput {
        if (!stateMachineArn.contains(":stateMachine:")) {
            throw new IllegalArgumentException("a state machine's ARN has :stateMachine:, given is " + stateMachineArn);
        }
        parsed(json);
    }

    /// `arn:aws:states:<region>:<account>:execution:<machine>:<name>`.
    public String executionArn() {
        return executionArn(stateMachineArn, name);
    }

    static String executionArn(String stateMachineArn, String name) {
        return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name;
    }

    JsonNode tree() {
        return parsed(json);
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.read(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an execution's input is JSON: " + Json.complaint(e), e);
        }
    }
}
