package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The requests and answers of the Step Functions API, as JSON.
final class StepFunctionsApi {
    /// The default, and the most, of ListExecutions.
    private static final int DEFAULT_PAGE = 100;

    private static final int LARGEST_PAGE = 1000;

    private final Executions executions;
    private final TaskTokens tokens;

    StepFunctionsApi(Executions executions, TaskTokens tokens) {
        this.executions = executions;
        this.tokens = tokens;
    }

    /// @throws ApiException when the request is refused
    ObjectNode call(String operation, JsonNode request) {
        return switch (operation) {
            case "StartExecution" -> start(request);
            case "DescribeExecution" -> describe(executions.describe(required(request, "executionArn")));
            case "StopExecution" -> stop(request);
            case "ListExecutions" -> list(request);
            case "SendTaskSuccess" -> succeed(request);
            case "SendTaskFailure" -> fail(request);
            case "SendTaskHeartbeat" -> heartbeat(request);
            default ->
                throw new ApiException(
                        "UnknownOperationException",
                        operation + " is not supported; supported are StartExecution, DescribeExecution, StopExecution,"
                                + " ListExecutions, SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat");
        };
    }

    private ObjectNode start(JsonNode request) {
        ExecutionRecord started = executions.start(
                required(request, "stateMachineArn"),
                optional(request, "name"),
                optional(request, "input").orElse("{}"));
        return dated(Json.object().put("executionArn", started.executionArn()), "startDate", started.startedAt());
    }

    private ObjectNode stop(JsonNode request) {
        Instant stopped = executions.stop(
                required(request, "executionArn"), optional(request, "error"), optional(request, "cause"));
        return dated(Json.object(), "stopDate", stopped);
    }

    private ObjectNode succeed(JsonNode request) {
        try {
            tokens.succeed(required(request, "taskToken"), Json.read(required(request, "output")));
            return Json.object();
        } catch (JsonProcessingException e) {
            throw new ApiException("InvalidOutput", "Invalid Output: '" + Json.complaint(e) + "'");
        }
    }

    private ObjectNode fail(JsonNode request) {
        tokens.fail(required(request, "taskToken"), optional(request, "error"), optional(request, "cause"));
        return Json.object();
    }

    private ObjectNode heartbeat(JsonNode request) {
        tokens.heartbeat(required(request, "taskToken"));
        return Json.object();
    }

    private ObjectNode list(JsonNode request) {
        if (request.has("mapRunArn")) {
            throw ApiException.invalid("Value at 'mapRunArn' is not supported; supported is 'stateMachineArn'");
        }
        Optional<String> status = optional(request, "statusFilter");
        List<ExecutionRecord> found = executions.list(required(request, "stateMachineArn")).stream()
                .filter(execution -> status.isEmpty() || status.get().equals(execution.status()))
                .toList();
        int from = Math.min(
                optional(request, "nextToken").map(StepFunctionsApi::offset).orElse(0), found.size());
        int to = Math.min(found.size(), from + page(request));
        ObjectNode answer = Json.object();
        ArrayNode page = answer.putArray("executions");
        found.subList(from, to).forEach(execution -> page.add(summary(execution)));
        return to < found.size() ? answer.put("nextToken", String.valueOf(to)) : answer;
    }

    private static int page(JsonNode request) {
        int size = request.path("maxResults").asInt(0);
        if (size < 0 || size > LARGEST_PAGE) {
            throw ApiException.invalid("Value '" + size
                    + "' at 'maxResults' failed to satisfy constraint: Member must be between 0 and " + LARGEST_PAGE);
        }
        return size == 0 ? DEFAULT_PAGE : size;
    }

    private static int offset(String token) {
        try {
            return Integer.parseUnsignedInt(token);
        } catch (NumberFormatException _) {
            throw new ApiException("InvalidToken", "Invalid Token: '" + token + "'");
        }
    }

    private static ObjectNode summary(ExecutionRecord execution) {
        ObjectNode json = Json.object()
                .put("executionArn", execution.executionArn())
                .put("stateMachineArn", execution.stateMachineArn())
                .put("name", execution.name())
                .put("status", execution.status());
        dated(json, "startDate", execution.startedAt());
        execution.ending().ifPresent(ending -> dated(json, "stopDate", ending.at()));
        return json;
    }

    private static ObjectNode describe(ExecutionRecord execution) {
        ObjectNode json = summary(execution).put("input", execution.input());
        json.putObject("inputDetails").put("included", true);
        execution.ending().ifPresent(ending -> ending.write(json));
        return json;
    }

    /// Seconds since 1970, with milliseconds after the point.
    private static ObjectNode dated(ObjectNode json, String field, Instant instant) {
        return json.put(field, BigDecimal.valueOf(instant.toEpochMilli(), 3));
    }

    private static String required(JsonNode request, String field) {
        return optional(request, field)
                .orElseThrow(() -> ApiException.invalid(
                        "Value null at '" + field + "' failed to satisfy constraint: Member must not be null"));
    }

    private static Optional<String> optional(JsonNode request, String field) {
        return Optional.ofNullable(request.path(field).textValue());
    }
}
