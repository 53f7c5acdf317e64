package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts values in place of the `${Name}` in a definition's strings, as a deployment does.
final class Substitutions {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private final Map<String, String> values;
    private final TreeSet<String> unused;

    private Substitutions(Map<String, String> values) {
        this.values = new TreeMap<>(values);
        this.unused = new TreeSet<>(values.keySet());
    }

    /// @throws InvalidDefinitionException when a name has no value, or a value no use
    static JsonNode apply(JsonNode definition, Map<String, String> values) {
        Substitutions substitutions = new Substitutions(values);
        JsonNode applied = substitutions.apply(definition);
        if (!substitutions.unused.isEmpty()) {
            throw new InvalidDefinitionException(
                    "substitution '" + substitutions.unused.first() + "' is given, but the definition does not use it");
        }
        return applied;
    }

    private JsonNode apply(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = Json.object();
            node.properties().forEach(field -> copy.set(checked(field.getKey()), apply(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = Json.object().arrayNode();
            node.forEach(element -> copy.add(apply(element)));
            return copy;
        }
        return node.isTextual() ? Json.object().textNode(apply(node.textValue())) : node;
    }

    private static String checked(String field) {
        if (REFERENCE.matcher(field).find()) {
            throw new InvalidDefinitionException(
                    "field '" + field + "' has a substitution in its name; supported are substitutions in strings");
        }
        return field;
    }

    private String apply(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new InvalidDefinitionException("substitution '" + name + "' is used in the definition, but "
                    + (values.isEmpty() ? "none are given" : "given are " + String.join(", ", values.keySet())));
        }
        unused.remove(name);
        return value;
    }
}
