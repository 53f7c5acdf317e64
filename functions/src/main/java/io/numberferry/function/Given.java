package io.numberferry.function;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a job was given for its settings, by their plain names: lower case, without `-` and `_`.
record Given(Map<String, String> values) {

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

    static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
