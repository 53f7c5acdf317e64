package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads the fields of one JSON object of a world file, and at the end refuses those that nobody asked for.
///
/// Every method throws a [WorldException] that names the file and the JSON path. A field that is null counts
/// as absent. Not safe for use by several threads.
final class Fields {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    private final String file;
    private final String path;
    private final ObjectNode node;
    private final Set<String> known = new TreeSet<>();

    private Fields(String file, String path, ObjectNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /// @param file how messages call the text that the object was read from
    static Fields of(String file, ObjectNode node) {
        return new Fields(file, "$", node);
    }

    String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /// A text that is not blank; empty when it is absent.
    Optional<String> text(String name) {
        Optional<String> text = field(name, JsonNode::isTextual, "a text").map(JsonNode::textValue);
        text.filter(String::isBlank).ifPresent(blank -> {
            throw wrong(name, "is blank", "write a value or leave it out");
        });
        return text;
    }

    String phoneNumber(String name) {
        String number = required(name);
        checkPhoneNumber(name, number);
        return number;
    }

    /// A whole number from 0 upwards.
    Optional<Integer> count(String name) {
        return field(name, value -> value.canConvertToInt() && value.intValue() >= 0, "a whole number from 0 upwards")
                .map(JsonNode::intValue);
    }

    /// A number from 0 upwards.
    Optional<Double> number(String name) {
        return field(name, value -> value.isNumber() && value.doubleValue() >= 0, "a number from 0 upwards")
                .map(JsonNode::doubleValue);
    }

    Optional<Duration> millis(String name) {
        return field(
                        name,
                        value -> value.canConvertToLong() && value.longValue() >= 0,
                        "a number of milliseconds from 0 upwards")
                .map(value -> Duration.ofMillis(value.longValue()));
    }

    Optional<Instant> instant(String name) {
        return text(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException notAnInstant) {
                throw wrong(name, "is not an instant", "write it like 2026-01-31T09:30:00.000Z");
            }
        });
    }

    /// A word of a vocabulary; empty when it is absent.
    <T extends Named> Optional<T> choice(String name, List<T> words) {
        return text(name)
                .map(text -> words.stream()
                        .filter(word -> word.wireName().equals(text))
                        .findFirst()
                        .orElseThrow(() -> unknownWord(name, words)));
    }

    /// The words of a vocabulary that a list holds; empty when it is absent.
    <T extends Named> Optional<Set<T>> choices(String name, List<T> words) {
        return field(name, JsonNode::isArray, "a list").map(array -> {
            Set<T> chosen = new LinkedHashSet<>();
            for (JsonNode element : array) {
                chosen.add(words.stream()
                        .filter(word -> word.wireName().equals(element.asText()))
                        .findFirst()
                        .orElseThrow(() -> unknownWord(name, words)));
            }
            return chosen;
        });
    }

    /// An object, read and closed by the given function.
    <T> Optional<T> object(String name, Function<Fields, T> read) {
        return field(name, JsonNode::isObject, "an object").map(object -> read.apply(inner("." + name, object)));
    }

    /// A list of objects, each read and closed by the given function; an empty list when it is absent.
    <T> List<T> list(String name, Function<Fields, T> read) {
        List<T> list = new ArrayList<>();
        for (JsonNode element : field(name, JsonNode::isArray, "a list").orElse(Json.object())) {
            String place = "." + name + "[" + list.size() + "]";
            if (!element.isObject()) {
                throw new WorldException(file, path + place, "is not an object", "write it in braces");
            }
            list.add(read.apply(inner(place, element)));
        }
        return list;
    }

    /// A list of E.164 numbers; an empty list when it is absent.
    List<String> phoneNumbers(String name) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode element : field(name, JsonNode::isArray, "a list").orElse(Json.object())) {
            checkPhoneNumber(name + "[" + numbers.size() + "]", element.asText());
            numbers.add(element.asText());
        }
        return numbers;
    }

    /// An object whose names are not known beforehand, each value an object read and closed by the given
    /// function.
    <T> Map<String, T> objects(String name, Function<Fields, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        object(name, fields -> {
            fields.node
                    .fieldNames()
                    .forEachRemaining(
                            key -> map.put(key, fields.object(key, read).orElseThrow(() -> fields.missing(key))));
            return map;
        });
        return map;
    }

    /// An object whose values are texts, possibly empty ones; an empty map when it is absent.
    Map<String, String> texts(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        object(name, fields -> {
            fields.node
                    .fieldNames()
                    .forEachRemaining(key -> map.put(
                            key,
                            fields.field(key, JsonNode::isTextual, "a text")
                                    .map(JsonNode::textValue)
                                    .orElseThrow(() -> fields.missing(key))));
            return map;
        });
        return map;
    }

    boolean has(String name) {
        known.add(name);
        return node.hasNonNull(name);
    }

    /// Whether a field is exactly this text.
    boolean is(String name, String text) {
        known.add(name);
        return node.path(name).asText().equals(text);
    }

    /// Refuses fields that nobody asked for, and hands back what was read.
    <T> T end(T value) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw wrong(name, "is not known", "known here are " + String.join(", ", known));
            }
        });
        return value;
    }

    WorldException wrong(String name, String reason, String remedy) {
        return new WorldException(file, path + "." + name, reason, remedy);
    }

    private Fields inner(String place, JsonNode object) {
        return new Fields(file, path + place, (ObjectNode) object);
    }

    private Optional<JsonNode> field(String name, Predicate<JsonNode> fits, String what) {
        known.add(name);
        Optional<JsonNode> field = node.optional(name).filter(value -> !value.isNull());
        field.filter(fits.negate()).ifPresent(value -> {
            throw wrong(name, "is " + Json.line(value) + ", which is not " + what, "write " + what);
        });
        return field;
    }

    private void checkPhoneNumber(String name, String number) {
        if (!E164.matcher(number).matches()) {
            throw wrong(name, "is not an E.164 number", "write it like +12065550100");
        }
    }

    private WorldException missing(String name) {
        return new WorldException(file, path, "has no " + name, "add it");
    }

    private WorldException unknownWord(String name, List<? extends Named> words) {
        List<String> names = words.stream().map(Named::wireName).toList();
        return wrong(name, "is none of the words that are possible", "write one of " + String.join(", ", names));
    }
}
