package io.numberferry.report;

import java.util.Locale;

/// Text that goes into a page. Everything that came from outside passes through [#text].
final class Html {
    private Html() {}

    /// The text as it may stand between tags and in quoted attributes. Control characters that HTML
    /// forbids become the replacement character.
    static String text(String plain) {
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
        }
    }

    private static boolean isAllowed(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !surrogate && (!Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r');
    }

    /// A whole number for people, with commas between thousands.
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `1 row`, `2 rows`.
    static String rows(long number) {
        return count(number) + (number == 1 ? " row" : " rows");
    }
}
