package io.numberferry.sandbox.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Page;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// The Resource Groups Tagging API, as far as the tags of Connect's numbers go: GetResources without a filter by
/// tag. A number that has lost its tags is listed with none.
final class Tagging {
    private static final Set<String> TYPES = Set.of("connect", "connect:phone-number");
    private static final int PAGE = 50;
    private static final int MOST = 100;

    private final Simulator simulator;

    private Tagging(Simulator simulator) {
        this.simulator = simulator;
    }

    static JsonService of(Simulator simulator) {
        return new JsonService("ResourceGroupsTaggingAPI_20170126", "GetResources", new Tagging(simulator)::answer);
    }

    private Answer answer(JsonNode request) {
        int size = request.path("ResourcesPerPage").asInt(PAGE);
        if (request.has("TagFilters") || request.has("ResourceARNList")) {
            return invalid("no filters but ResourceTypeFilters are known here");
        }
        return size < 1 || size > MOST
                ? invalid("ResourcesPerPage must be from 1 to " + MOST)
                : page(asksForNumbers(request) ? simulator.tagged() : Map.of(), size, token(request));
    }

    private static boolean asksForNumbers(JsonNode request) {
        JsonNode types = request.path("ResourceTypeFilters");
        return types.isEmpty()
                || StreamSupport.stream(types.spliterator(), false).anyMatch(type -> TYPES.contains(type.asText()));
    }

    private static Optional<String> token(JsonNode request) {
        return Optional.of(request.path("PaginationToken").asText()).filter(text -> !text.isEmpty());
    }

    private static Answer page(Map<String, Map<String, String>> tagged, int size, Optional<String> token) {
        try {
            return Answer.ok(json(tagged, Page.of(tagged.keySet().stream(), arn -> arn, size, token)));
        } catch (IllegalArgumentException notOurs) {
            return JsonService.refused("PaginationTokenExpiredException", "PaginationToken is invalid or expired");
        }
    }

    private static ObjectNode json(Map<String, Map<String, String>> tagged, Page<String> page) {
        ObjectNode answer = Json.object();
        answer.put("PaginationToken", page.next().orElse(""));
        ArrayNode resources = answer.putArray("ResourceTagMappingList");
        for (String arn : page.items()) {
            ArrayNode tags = resources.addObject().put("ResourceARN", arn).putArray("Tags");
            new TreeMap<>(tagged.getOrDefault(arn, Map.of()))
                    .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        }
        return answer;
    }

    private static Answer invalid(String message) {
        return JsonService.refused("InvalidParameterException", message);
    }
}
