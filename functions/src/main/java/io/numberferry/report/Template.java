package io.numberferry.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with named slots, `{{name}}`. Knows nothing of HTML: the values must be fit for where they go.
record Template(String text) {
    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    /// Reads a resource beside this class.
    static Template ofResource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new Template(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fills every slot once; slots inside values stay as they are.
    ///
    /// @throws IllegalArgumentException when a slot has no value
    String render(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher slots = SLOT.matcher(text);
        int end = 0;
        while (slots.find()) {
            filled.append(text, end, slots.start()).append(value(slots.group(1), values));
            end = slots.end();
        }
        return filled.append(text, end, text.length()).toString();
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the slot {{" + name + "}} has no value");
        }
        return value;
    }
}
