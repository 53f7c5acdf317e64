package io.numberferry.sandbox.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.Optional;

/// Service Quotas, as far as "Phone numbers per instance" goes: GetServiceQuota with an instance's ARN as the
/// context.
final class ServiceQuotas {
    private static final String CONNECT = "connect";
    private static final String PER_INSTANCE = "L-8F812903";

    private final Simulator simulator;

    private ServiceQuotas(Simulator simulator) {
        this.simulator = simulator;
    }

    static JsonService of(Simulator simulator) {
        return new JsonService("ServiceQuotasV20190624", "GetServiceQuota", new ServiceQuotas(simulator)::answer);
    }

    private Answer answer(JsonNode request) {
        return numbers(request)
                .map(numbers -> Answer.ok(quota(request, numbers)))
                .orElseGet(() -> JsonService.refused(
                        "NoSuchResourceException", "The request failed because the specified quota does not exist."));
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
}
