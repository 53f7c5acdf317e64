package io.numberferry.manifest;

import java.util.Optional;

/// What can be said about the text of a cell, whatever its column.
final class CellText {
    /// Enough to recognise a cell by, short enough for a sentence.
    private static final int QUOTED_CHARS = 60;

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

    /// The text in double quotes, cut to a length fit for a sentence, and nothing in it that could disturb
    /// a terminal.
    static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints()
                .limit(QUOTED_CHARS)
                .forEach(c -> shown.append(isUnsendable(c) ? name(c) : Character.toString(c)));
        return shown.append(text.codePointCount(0, text.length()) > QUOTED_CHARS ? "…\"" : "\"")
                .toString();
    }

    /// Names the first character that no service should be sent: a control character, half a surrogate
    /// pair, or the mark that stands for text lost earlier. Empty when there is none.
    static Optional<String> unsendable(String text) {
        return text.codePoints()
                .filter(CellText::isUnsendable)
                .mapToObj(CellText::name)
                .findFirst();
    }

    private static boolean isUnsendable(int c) {
        return Character.isISOControl(c) || c == REPLACEMENT || Character.getType(c) == Character.SURROGATE;
    }

    static String name(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }
}
