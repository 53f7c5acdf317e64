package io.numberferry.sandbox.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Page;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// The Resource Groups Tagging API, as far as the tags of Connect's numbers go: GetResources without a filter by tag.
/// It
/// has no quota of calls and no faults, and is not counted. Speaks json 1.1.
final class Tagging {
    private static final String GET = "ResourceGroupsTaggingAPI_20170126.GetResources";
    private static final String TYPE = "connect:phone-number";
    private static final int PAGE = 50;
    private static final int MOST = 100;

    private final Simulator simulator;

    Tagging(Simulator simulator) {
        this.simulator = simulator;
    }

    static boolean owns(String target) {
        return target.startsWith("ResourceGroupsTaggingAPI");
    }

    Answer answer(String target, String body) {
        if (!target.equals(GET)) {
            return refused("UnknownOperationException", "only GetResources is known here");
        }
        try {
            JsonNode request = Json.parse(body);
            if (request.has("TagFilters") || request.has("ResourceARNList")) {
                return refused("InvalidParameterException", "no filters but ResourceTypeFilters are known here");
            }
            int size = request.path("ResourcesPerPage").asInt(PAGE);
            Map<String, Map<String, String>> tagged = isAsked(request) ? simulator.tagged() : Map.of();
            Optional<String> token =
                    Optional.of(request.path("PaginationToken").asText()).filter(text -> !text.isEmpty());
            return size < 1 || size > MOST
                    ? refused("InvalidParameterException", "ResourcesPerPage must be from 1 to " + MOST)
                    : Answer.ok(json(tagged, Page.of(tagged.keySet().stream(), arn -> arn, size, token)));
        } catch (IllegalArgumentException notOurs) {
            return refused("PaginationTokenExpiredException", "PaginationToken is invalid or expired");
        } catch (JsonProcessingException notJson) {
            return refused("SerializationException", "The body is not JSON");
        }
    }

    private static boolean isAsked(JsonNode request) {
        JsonNode types = request.path("ResourceTypeFilters");
        return types.isEmpty()
                || StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(type ->
                                type.asText().equals(TYPE) || type.asText().equals("connect"));
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

    private static Answer refused(String type, String message) {
        return Answer.json(400, Json.object().put("__type", type).put("Message", message));
    }
}
