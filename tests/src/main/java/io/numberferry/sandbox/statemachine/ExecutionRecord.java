package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.statemachine.ExecutionResult.Aborted;
import io.numberferry.sandbox.statemachine.ExecutionResult.Failed;
import io.numberferry.sandbox.statemachine.ExecutionResult.Succeeded;
import io.numberferry.sandbox.statemachine.ExecutionResult.TimedOut;
import java.time.Instant;
import java.util.Optional;

/// What the API tells of an execution.
///
/// @param input as it was given, JSON text
/// @param ending nothing as long as it runs
record ExecutionRecord(String stateMachineArn, String name, String input, Instant startedAt, Optional<Ending> ending) {

    String executionArn() {
        return ExecutionInput.executionArn(stateMachineArn, name);
    }

    String status() {
        return ending.map(Ending::status).orElse("RUNNING");
    }

    ExecutionRecord ended(Instant at, ExecutionResult result) {
        return new ExecutionRecord(stateMachineArn, name, input, startedAt, Optional.of(new Ending(at, result)));
    }

    record Ending(Instant at, ExecutionResult result) {
        String status() {
            return switch (result) {
                case Succeeded _ -> "SUCCEEDED";
                case Failed _ -> "FAILED";
                case TimedOut _ -> "TIMED_OUT";
                case Aborted _ -> "ABORTED";
            };
        }

        /// Adds what the result has of `output`, `error` and `cause`.
        void write(ObjectNode json) {
            switch (result) {
                case Succeeded(String output) ->
                    json.put("output", output).putObject("outputDetails").put("included", true);
                case Failed(var error, var cause) -> write(json, error, cause);
                case Aborted(var error, var cause) -> write(json, error, cause);
                case TimedOut _ -> {}
            }
        }

        private static void write(ObjectNode json, Optional<String> error, Optional<String> cause) {
            error.ifPresent(text -> json.put("error", text));
            cause.ifPresent(text -> json.put("cause", text));
        }
    }
}
