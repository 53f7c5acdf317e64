package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// One execution, or one child of a distributed map: who it is, and what it runs with.
record Execution(
        String stateMachineArn,
        String name,
        JsonNode input,
        Instant startedAt,
        Ports ports,
        AddedFunctions functions,
        ExecutionListener listener) {

    static Execution of(ExecutionInput input, Ports ports, ExecutionListener listener) {
        return new Execution(
                input.stateMachineArn(),
                input.name(),
                input.tree(),
                ports.timeline().now(),
                ports,
                new AddedFunctions(ports.timeline(), ports.random()),
                listener);
    }

    /// @param label of the map, which is part of the child's ARN
    Execution child(String label, JsonNode childInput) {
        return new Execution(
                stateMachineArn + "/" + label,
                AddedFunctions.uuid(ports.random()).toString(),
                childInput,
                now(),
                ports,
                functions,
                listener);
    }

    String arn() {
        return ExecutionInput.executionArn(stateMachineArn, name);
    }

    Instant now() {
        return ports.timeline().now();
    }

    /// The part of `$states.context` that every state of the execution shares.
    ObjectNode context() {
        ObjectNode context = Json.object();
        context.putObject("Execution")
                .put("Id", arn())
                .put("Name", name)
                .put("StartTime", Timestamps.text(startedAt))
                .put("RedriveCount", 0)
                .set("Input", input);
        context.putObject("StateMachine")
                .put("Id", stateMachineArn)
                .put("Name", stateMachineArn.substring(stateMachineArn.lastIndexOf(':') + 1));
        return context;
    }
}
