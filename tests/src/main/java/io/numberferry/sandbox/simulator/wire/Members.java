package io.numberferry.sandbox.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// The members of a JSON object in a request, by type. A member that is null counts as absent.
///
/// Every method throws a [Refusal] of type SerializationException when the member has another type.
public record Members(ObjectNode node) {

    public Optional<String> text(String name) {
        return member(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
    }

    public Optional<Integer> integer(String name) {
        return member(name, JsonNode::canConvertToInt, "an integer").map(JsonNode::intValue);
    }

    /// False when it is absent.
    public boolean flag(String name) {
        return member(name, JsonNode::isBoolean, "a boolean")
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    /// The strings of a list; empty when it is absent.
    public Optional<List<String>> texts(String name) {
        return list(name, JsonNode::isTextual, "a list of strings")
                .map(list -> list.stream().map(JsonNode::textValue).toList());
    }

    /// The objects of a list; empty when it is absent.
    public Optional<List<Members>> objects(String name) {
        return list(name, JsonNode::isObject, "a list of structures")
                .map(list -> list.stream()
                        .map(ObjectNode.class::cast)
                        .map(Members::new)
                        .toList());
    }

    public Optional<Map<String, String>> textMap(String name) {
        return member(name, JsonNode::isObject, "a map of strings").map(object -> {
            Map<String, String> map = new LinkedHashMap<>();
            object.properties().forEach(entry -> map.put(entry.getKey(), textOf(name, entry.getValue())));
            return map;
        });
    }

    private Optional<List<JsonNode>> list(String name, Predicate<JsonNode> fits, String what) {
        return member(name, JsonNode::isArray, what).map(array -> {
            List<JsonNode> elements =
                    StreamSupport.stream(array.spliterator(), false).toList();
            if (!elements.stream().allMatch(fits)) {
                throw mismatch(name, what);
            }
            return elements;
        });
    }

    private Optional<JsonNode> member(String name, Predicate<JsonNode> fits, String what) {
        Optional<JsonNode> member = node.optional(name).filter(value -> !value.isNull());
        if (member.isPresent() && !fits.test(member.get())) {
            throw mismatch(name, what);
        }
        return member;
    }

    private static String textOf(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw mismatch(name, "a map of strings");
        }
        return value.textValue();
    }

    private static Refusal mismatch(String name, String what) {
        return ErrorType.SERIALIZATION.refusal(name + " must be " + what);
    }
}
