package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One stay of an execution in a state.
///
/// @param item what the iteration around it is for, if it is in an inline map
/// @param retries how often the state was tried again so far
record Visit(
        State state,
        JsonNode input,
        Variables variables,
        Execution execution,
        Optional<MapItem> item,
        Instant enteredAt,
        int retries) {

    Visit retried(int times) {
        return new Visit(state, input, variables, execution, item, enteredAt, times);
    }

    /// Evaluates what is asked before there is a result.
    Evaluation before() {
        return evaluation(states(item));
    }

    /// As [#before], for a task that waits for an answer with this token.
    Evaluation asking(String token) {
        ObjectNode states = states(item);
        states.withObject("/context").putObject("Task").put("Token", token);
        return evaluation(states);
    }

    /// As [#before], for one item of the Map state.
    Evaluation selecting(MapItem selected) {
        return evaluation(states(Optional.of(selected)));
    }

    Evaluation after(JsonNode result) {
        ObjectNode states = states(item);
        states.set("result", result);
        return evaluation(states);
    }

    Evaluation caught(ErrorOutput errorOutput) {
        ObjectNode states = states(item);
        states.set("errorOutput", errorOutput.json());
        return evaluation(states);
    }

    /// Leaves the state: sets variables and makes the output, both from the variables as they were.
    Step leave(Effects effects, Evaluation evaluation, JsonNode usualOutput, Transition transition) {
        Map<String, JsonNode> assigned = new LinkedHashMap<>();
        effects.assign().forEach((name, value) -> assigned.put(name, evaluation.evaluate(value)));
        JsonNode output = effects.output().map(evaluation::evaluate).orElse(usualOutput);
        return new Step(
                Payload.checked(output, "the output of state '" + state.name() + "'"),
                variables.with(assigned, state.name()),
                transition);
    }

    private Evaluation evaluation(ObjectNode states) {
        return new Evaluation(state.name(), execution.functions(), states, variables.visible());
    }

    private ObjectNode states(Optional<MapItem> shown) {
        ObjectNode context = execution.context();
        ObjectNode entered =
                context.putObject("State").put("Name", state.name()).put("EnteredTime", Timestamps.text(enteredAt));
        if (state instanceof State.Task || state instanceof State.Map) {
            entered.put("RetryCount", retries);
        }
        shown.ifPresent(current -> context.putObject("Map")
                .putObject("Item")
                .put("Index", current.index())
                .set("Value", current.value()));
        ObjectNode states = Json.object();
        states.set("input", input);
        states.set("context", context);
        return states;
    }
}
