package io.numberferry.report;

import java.util.Locale;

/// Text that goes into a page. Everything that came from outside passes through [#text].
final class Html {
    private Html() {}

    /// The text as it may stand between tags and in quoted attributes.
    static String text(String plain) {
        String visible = visible(plain);
        StringBuilder escaped = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            append(escaped, visible.charAt(i));
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.append(c);
        }
    }

    /// The text with the replacement character for what HTML forbids, and for marks that turn the direction of
    /// the text that follows: with them a cell can read as another one.
    static String visible(String plain) {
        int allowed = 0;
        while (allowed < plain.length() && isAllowed(plain.charAt(allowed))) {
            allowed++;
        }
        return allowed == plain.length() ? plain : replaced(plain);
    }

    private static String replaced(String plain) {
        StringBuilder visible = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> visible.appendCodePoint(isAllowed(c) ? c : '\uFFFD'));
        return visible.toString();
    }

    private static boolean isAllowed(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return !surrogate && !turns && (!Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r');
    }

    /// A whole number for people, with commas between thousands.
    static String count(long number) {
        return Math.abs(number) < 1_000 ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /// `1 row`, `2 rows`.
    static String rows(long number) {
        return count(number) + (number == 1 ? " row" : " rows");
    }
}
