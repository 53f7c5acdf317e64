package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// One JSON object of a definition and where it stands, so that what it may not hold is refused by its
/// name.
///
/// @param where what the object belongs to, for example `state 'Apply'`
/// @param path the fields that lead to the object from there, each followed by `/`; empty for the thing
///         itself
record Fields(JsonNode node, String where, String path) {

    static Fields of(JsonNode node, String where) {
        if (!node.isObject()) {
            throw new InvalidDefinitionException(where + ": must be an object, but is " + node);
        }
        return new Fields(node, where, "");
    }

    /// Refuses every field that is not among those supported.
    ///
    /// @param owner what has these fields, for the message, for example `a Task state`
    Fields only(String owner, List<String> supported) {
        Set<String> known = Set.copyOf(supported);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw refusal(name, "is not supported; supported in " + owner + " are " + String.join(", ", supported));
            }
        }
        return this;
    }

    InvalidDefinitionException refusal(String field, String reason) {
        return new InvalidDefinitionException(where + ": field '" + path + field + "' " + reason);
    }

    Optional<JsonNode> optional(String field) {
        return node.has(field) ? Optional.of(node.path(field)) : Optional.empty();
    }

    JsonNode required(String field) {
        return optional(field).orElseThrow(() -> refusal(field, "is missing"));
    }

    String text(String field) {
        return text(field, required(field));
    }

    Optional<String> optionalText(String field) {
        return optional(field).map(value -> text(field, value));
    }

    private String text(String field, JsonNode value) {
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw refusal(field, "must be a string that is not empty, but is " + value);
        }
        return value.textValue();
    }

    /// A field with a fixed set of words.
    String word(String field, List<String> supported) {
        String text = text(field);
        if (!supported.contains(text)) {
            throw refusal(field, "is '" + text + "'; supported is " + String.join(" or ", supported));
        }
        return text;
    }

    Optional<JsonNode> number(String field, Amount.Range range) {
        Optional<JsonNode> value = optional(field);
        value.flatMap(range::refusal).ifPresent(reason -> {
            throw refusal(field, reason);
        });
        return value;
    }

    Fields object(String field) {
        JsonNode value = required(field);
        if (!value.isObject()) {
            throw refusal(field, "must be an object, but is " + value);
        }
        return new Fields(value, where, path + field + "/");
    }

    /// The objects of an array that must not be empty.
    List<Fields> objects(String field) {
        return IntStream.range(0, array(field).size())
                .mapToObj(index -> element(field, index))
                .toList();
    }

    private Fields element(String field, int index) {
        String name = field + "[" + index + "]";
        JsonNode value = required(field).path(index);
        if (!value.isObject()) {
            throw refusal(name, "must be an object, but is " + value);
        }
        return new Fields(value, where, path + name + "/");
    }

    /// The strings of an array that must not be empty.
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(field)) {
            texts.add(text(field, value));
        }
        return texts;
    }

    private JsonNode array(String field) {
        JsonNode value = required(field);
        if (!value.isArray() || value.isEmpty()) {
            throw refusal(field, "must be an array that is not empty, but is " + value);
        }
        return value;
    }
}
