package io.numberferry.aws.storage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// DynamoDB attributes of the few types that we store, and the name placeholders of expressions.
final class Attributes {
    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    private Attributes() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue number(double value) {
        return AttributeValue.fromN(
                BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    static AttributeValue texts(Map<String, String> values) {
        Map<String, AttributeValue> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, text(value)));
        return AttributeValue.fromM(texts);
    }

    static Optional<Map<String, String>> optionalTexts(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(attribute -> {
            Map<String, String> values = new TreeMap<>();
            attribute.m().forEach((key, value) -> values.put(key, value.s()));
            return values;
        });
    }

    /// @throws IllegalStateException when the item has no such attribute, or not as text
    static String text(Map<String, AttributeValue> item, String name) {
        return optionalText(item, name).orElseThrow(() -> missing(item, name, "text"));
    }

    static Optional<String> optionalText(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    /// @throws IllegalStateException when the item has no such attribute, or not as a number
    static String digits(Map<String, AttributeValue> item, String name) {
        return optionalDigits(item, name).orElseThrow(() -> missing(item, name, "a number"));
    }

    static Optional<String> optionalDigits(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::n);
    }

    static long whole(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(digits(item, name));
    }

    static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.parse(text(item, name));
    }

    /// Maps every `#name` of the expressions to `name`: a placeholder is never a reserved word.
    static Map<String, String> namesIn(String... expressions) {
        Map<String, String> names = new HashMap<>();
        for (String expression : expressions) {
            NAME.matcher(expression).results().forEach(found -> names.put(found.group(), found.group(1)));
        }
        return names;
    }

    private static IllegalStateException missing(Map<String, AttributeValue> item, String name, String type) {
        return new IllegalStateException(
                "attribute %s is not %s in an item that has %s".formatted(name, type, item.keySet()));
    }
}
