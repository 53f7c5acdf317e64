package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.statemachine.InvocationResult.Failed;
import io.numberferry.sandbox.statemachine.InvocationResult.Refused;
import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import io.numberferry.sandbox.statemachine.State.Invocation;
import io.numberferry.sandbox.statemachine.State.Publication;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// Asks the service of a Task.
final class TaskRunner {
    /// There are no versions here.
    private static final String EXECUTED_VERSION = "$LATEST";

    private TaskRunner() {}

    static JsonNode result(State.Task task, Visit visit) throws InterruptedException {
        return switch (task.integration()) {
            case Invocation invocation -> invoked(task, invocation, visit);
            case Publication publication when publication.callback() -> answered(task, publication, visit);
            case Publication publication -> published(task, publication, visit, visit.before());
        };
    }

    /// What was sent with the token of the task.
    private static JsonNode answered(State.Task task, Publication publication, Visit visit)
            throws InterruptedException {
        TaskTokens tokens = visit.execution().ports().tokens();
        String token = tokens.issue();
        try {
            Evaluation evaluation = visit.asking(token);
            published(task, publication, visit, evaluation);
            TaskTokens.Answer answer = publication.timeoutSeconds().isEmpty()
                    ? tokens.answer(token)
                    : within(
                            Duration.ofSeconds((long) evaluation.number(
                                    publication.timeoutSeconds().get())),
                            visit,
                            () -> tokens.answer(token));
            return switch (answer) {
                case TaskTokens.Answer.Success(JsonNode output) ->
                    Payload.checked(output, "the result of state '" + task.name() + "'");
                case TaskTokens.Answer.Failure(ErrorOutput error) -> throw new StateFailure(error);
            };
        } finally {
            tokens.close(token);
        }
    }

    /// `FailedEntryCount` and the ids of the events.
    private static JsonNode published(State.Task task, Publication publication, Visit visit, Evaluation evaluation) {
        JsonNode entries = evaluation.evaluate(publication.entries());
        Payload.checked(entries, "the Entries of state '" + task.name() + "'");
        ObjectNode result = Json.object().put("FailedEntryCount", 0);
        ArrayNode accepted = result.putArray("Entries");
        for (JsonNode entry : entries) {
            accepted.addObject()
                    .put("EventId", visit.execution().ports().events().put(PublishedEvent.of(entry)));
        }
        return result;
    }

    /// `ExecutedVersion`, `Payload` and `StatusCode`, as the service gives them, without the metadata of its
    /// HTTP call.
    private static JsonNode invoked(State.Task task, Invocation invocation, Visit visit) throws InterruptedException {
        Evaluation evaluation = visit.before();
        String function = evaluation.text(invocation.functionName());
        JsonNode payload = invocation.payload().map(evaluation::evaluate).orElseGet(Json::object);
        String json = Json.write(Payload.checked(payload, "the Payload of state '" + task.name() + "'"));
        LambdaInvoker lambda = visit.execution().ports().lambda();
        InvocationResult result = invocation.timeoutSeconds().isEmpty()
                ? lambda.invoke(function, json)
                : within(
                        Duration.ofSeconds((long)
                                evaluation.number(invocation.timeoutSeconds().get())),
                        visit,
                        () -> lambda.invoke(function, json));
        return Payload.checked(output(result), "the result of state '" + task.name() + "'");
    }

    private static <T> T within(Duration limit, Visit visit, Timeline.Work<T> call) throws InterruptedException {
        try {
            return visit.execution().ports().timeline().within(limit, call);
        } catch (TimeoutException _) {
            throw new StateFailure(ErrorNames.TIMEOUT, "");
        }
    }

    private static ObjectNode output(InvocationResult result) {
        return switch (result) {
            case Returned(String payload) -> {
                ObjectNode output = Json.object().put("ExecutedVersion", EXECUTED_VERSION);
                output.set("Payload", payload(payload));
                yield output.put("StatusCode", 200);
            }
            case Failed failed -> throw new StateFailure(failed.errorType(), Json.write(cause(failed)));
            case Refused(String error, String cause) -> throw new StateFailure(error, cause);
        };
    }

    private static JsonNode payload(String text) {
        try {
            return text.isBlank() ? Json.object().nullNode() : Json.read(text);
        } catch (JsonProcessingException e) {
            throw new StateFailure("Lambda.Unknown", "The function's answer is not JSON: " + Json.complaint(e));
        }
    }

    private static ObjectNode cause(Failed failed) {
        ObjectNode cause =
                Json.object().put("errorMessage", failed.errorMessage()).put("errorType", failed.errorType());
        if (!failed.stackTrace().isEmpty()) {
            failed.stackTrace().forEach(cause.putArray("stackTrace")::add);
        }
        return cause;
    }
}
