package io.numberferry.sandbox.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.Optional;

/// Service Quotas, as far as "Phone numbers per instance" goes: GetServiceQuota with an instance's ARN as the
/// context. It has no quota of calls and no faults, and is not counted. Speaks json 1.1, where every request goes
/// to `/` and a header names the operation.
final class ServiceQuotas {
    static final String HEADER = "X-Amz-Target";
    private static final String GET = "ServiceQuotasV20190624.GetServiceQuota";
    private static final String CONNECT = "connect";
    private static final String PER_INSTANCE = "L-8F812903";

    private final Simulator simulator;

    ServiceQuotas(Simulator simulator) {
        this.simulator = simulator;
    }

    static boolean owns(String target) {
        return target.startsWith("ServiceQuotas");
    }

    Answer answer(String target, String body) {
        if (!target.equals(GET)) {
            return refused("UnknownOperationException", "only GetServiceQuota is known here");
        }
        try {
            JsonNode request = Json.parse(body);
            return numbers(request)
                    .map(numbers -> Answer.ok(quota(request, numbers)))
                    .orElseGet(() -> refused(
                            "NoSuchResourceException",
                            "The request failed because the specified quota" + " does not exist."));
        } catch (JsonProcessingException notJson) {
            return refused("SerializationException", "The body is not JSON");
        }
    }

    private Optional<Integer> numbers(JsonNode request) {
        boolean known = request.path("ServiceCode").asText().equals(CONNECT)
                && request.path("QuotaCode").asText().equals(PER_INSTANCE);
        return known ? simulator.numberQuota(request.path("ContextId").asText()) : Optional.empty();
    }

    private static ObjectNode quota(JsonNode request, int numbers) {
        ObjectNode answer = Json.object();
        answer.putObject("Quota")
                .put("ServiceCode", CONNECT)
                .put("QuotaCode", PER_INSTANCE)
                .put("QuotaName", "Phone numbers per instance")
                .put("Value", (double) numbers)
                .putObject("QuotaContext")
                .put("ContextId", request.path("ContextId").asText());
        return answer;
    }

    private static Answer refused(String type, String message) {
        return Answer.json(400, Json.object().put("__type", type).put("Message", message));
    }
}
