package io.numberferry.manifest;

import java.util.Optional;
import java.util.regex.Pattern;

/// What can be said about the text of a cell, whatever its column.
final class CellText {
    /// The longest ARN of a flow has 146 characters; anything longer is cut.
    private static final int QUOTED_CHARS = 150;

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9 ().-]{7,}");

    private static final char REPLACEMENT = '\uFFFD';

    private CellText() {}

    /// The text without blanks at its ends: spaces of any kind (no-break ones too), line breaks, invisible
    /// marks.
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isBlank(String text) {
        return trim(text).isEmpty();
    }

    private static boolean isBlank(char c) {
        return c <= ' ' ? c != 0 && c != '\u001B' : c > '~' && (Character.isSpaceChar(c) || isMark(c) || c == '\u0085');
    }

    /// Tells whether a character shows nothing: a zero-width space, a direction mark, a byte order mark, a
    /// soft hyphen.
    static boolean isMark(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    /// The text in double quotes, cut to a length fit for a sentence, with nothing in it that could disturb
    /// a terminal. A phone number is not repeated: sentences reach logs.
    static String quoted(String text) {
        if (PHONE_NUMBER.matcher(text).matches()) {
            return "a phone number";
        }
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(QUOTED_CHARS).forEach(c -> shown.append(shown(c)));
        return shown.append(text.codePointCount(0, text.length()) > QUOTED_CHARS ? "…\"" : "\"")
                .toString();
    }

    private static String shown(int c) {
        return isUnsendable(c) ? "<%s>".formatted(code(c)) : Character.toString(c);
    }

    /// Names the first character that no service should be sent: a control character, half a surrogate
    /// pair, or the mark that stands for text lost earlier. Empty when there is none.
    static Optional<String> unsendable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isUnsendable(text.codePointAt(i))) {
                return Optional.of(name(text.codePointAt(i)));
            }
        }
        return Optional.empty();
    }

    private static boolean isUnsendable(int c) {
        return Character.isISOControl(c) || c == REPLACEMENT || Character.getType(c) == Character.SURROGATE;
    }

    /// A character's code, and what it is where that helps, for example `U+0009 (tab)`.
    static String name(int codePoint) {
        String code = code(codePoint);
        return switch (codePoint) {
            case '\t' -> code + " (tab)";
            case '\n', '\r' -> code + " (line break)";
            case REPLACEMENT -> code + " (text that was lost before)";
            default -> code;
        };
    }

    private static String code(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }
}
