package io.numberferry.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with named slots, `{{name}}`, written in UTF-8. Knows nothing of HTML: the values must be fit for where they
/// go.
final class Template {
    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private final List<Gap> gaps = new ArrayList<>();
    private final byte[] end;

    /// A slot, and the text between the one before and this one.
    private static final class Gap {
        private final byte[] before;
        private final String name;

        Gap(String before, String name) {
            this.before = utf8(before);
            this.name = name;
        }
    }

    Template(String text) {
        Matcher slots = SLOT.matcher(text);
        int from = 0;
        while (slots.find()) {
            gaps.add(new Gap(text.substring(from, slots.start()), slots.group(1)));
            from = slots.end();
        }
        end = utf8(text.substring(from));
    }

    /// The text of a resource beside this class.
    static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the text with every slot filled once; slots inside values stay as they are.
    ///
    /// @throws IllegalArgumentException when a slot has no value
    void write(OutputStream out, Map<String, String> values) throws IOException {
        for (Gap gap : gaps) {
            out.write(gap.before);
            out.write(utf8(value(gap.name, values)));
        }
        out.write(end);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the slot {{" + name + "}} has no value");
        }
        return value;
    }
}
