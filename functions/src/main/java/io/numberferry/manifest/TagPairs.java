package io.numberferry.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits text at characters that no backslash stands before.
final class TagPairs {
    private static final Pattern ESCAPED = Pattern.compile("\\\\([;=\\\\])");

    private TagPairs() {}

    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = next(text, separator, start);
        while (at >= 0) {
            parts.add(text.substring(start, at));
            start = at + 1;
            at = next(text, separator, start);
        }
        parts.add(text.substring(start));
        return parts;
    }

    /// The text before and after the first separator; the whole text when it has none.
    static List<String> splitOnce(String text, char separator) {
        int at = next(text, separator, 0);
        return at < 0 ? List.of(text) : List.of(text.substring(0, at), text.substring(at + 1));
    }

    /// Tells whether a backslash stands before anything but `;`, `=` and a backslash.
    static boolean hasStrayBackslash(String text) {
        return hasBackslash(text) && hasBackslash(ESCAPED.matcher(text).replaceAll(""));
    }

    static String unescape(String text) {
        return hasBackslash(text) ? ESCAPED.matcher(text).replaceAll("$1") : text;
    }

    private static boolean hasBackslash(String text) {
        return text.indexOf('\\') >= 0;
    }

    private static int next(String text, char separator, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == separator) {
                return i;
            }
        }
        return -1;
    }
}
