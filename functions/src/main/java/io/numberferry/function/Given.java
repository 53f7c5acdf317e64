package io.numberferry.function;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a job was given for its settings, by their plain names: lower case, without `-` and `_`.
record Given(Map<String, String> values) {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s*%?");

    /// Empty when it is not given, or blank.
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(plain(name))).filter(value -> !value.isEmpty());
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default -> throw new JobSettingsException(plain(name), value, "true or false");
                })
                .orElse(otherwise);
    }

    /// A whole number from 1.
    ///
    /// @param most the largest that it may be
    int count(String name, int otherwise, int most) {
        return text(name).map(value -> count(name, value, most)).orElse(otherwise);
    }

    private static int count(String name, String value, int most) {
        try {
            int count = Integer.parseInt(value);
            if (count >= 1 && count <= most) {
                return count;
            }
        } catch (NumberFormatException _) {
            // Named below, like a number that is out of range.
        }
        throw new JobSettingsException(name, value, "a whole number from 1 to " + most);
    }

    /// A whole number of percent from 0 to 100, with or without its sign.
    Optional<Integer> percent(String name) {
        return text(name).map(value -> {
            Matcher percent = PERCENT.matcher(value);
            if (percent.matches() && Integer.parseInt(percent.group(1)) <= 100) {
                return Integer.valueOf(percent.group(1));
            }
            throw new JobSettingsException(name, value, "a whole number of percent from 0 to 100, such as 20%");
        });
    }

    static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
