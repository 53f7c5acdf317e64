package io.numberferry.sandbox.statemachine;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON trees to the values that the JSONata library works on, and back.
final class JsonataValues {
    /// Doubles beyond it are not all whole numbers.
    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private JsonataValues() {}

    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> list(node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            default -> Jsonata.NULL_VALUE;
        };
    }

    private static Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
        return map;
    }

    private static List<Object> list(JsonNode node) {
        List<Object> list = new ArrayList<>(node.size());
        node.forEach(element -> list.add(of(element)));
        return list;
    }

    private static Number number(JsonNode node) {
        if (node.isInt()) {
            return node.intValue();
        }
        return node.isLong() ? node.longValue() : (Number) node.doubleValue();
    }

    /// @throws IllegalArgumentException for a value that JSON has not, such as a function
    static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            case String text -> JsonNodeFactory.instance.textNode(text);
            case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
            case Number number -> number(number);
            case null -> JsonNodeFactory.instance.nullNode();
            default -> {
                if (!Jsonata.NULL_VALUE.equals(value)) {
                    throw new IllegalArgumentException("JSON has no " + value.getClass());
                }
                yield JsonNodeFactory.instance.nullNode();
            }
        };
    }

    private static JsonNode object(Map<?, ?> map) {
        ObjectNode object = Json.object();
        map.forEach((name, value) -> object.set(String.valueOf(name), json(value)));
        return object;
    }

    private static JsonNode array(List<?> list) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(list.size());
        list.forEach(value -> array.add(json(value)));
        return array;
    }

    private static JsonNode number(Number number) {
        double approximate = number.doubleValue();
        boolean whole = approximate == Math.rint(approximate) && Math.abs(approximate) < LARGEST_EXACT;
        if (number instanceof Integer || number instanceof Long || whole) {
            return JsonNodeFactory.instance.numberNode(number.longValue());
        }
        return JsonNodeFactory.instance.numberNode(approximate);
    }
}
