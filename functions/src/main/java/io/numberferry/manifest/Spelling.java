package io.numberferry.manifest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Undoes, step by step, what people and spreadsheets put around the digits of a phone number.
final class Spelling {
    private static final Pattern EXCEL_TEXT = Pattern.compile("=\"([^\"]*)\"");
    private static final String URI = "tel:";
    private static final char FULL_WIDTH_FIRST = '！';
    private static final char FULL_WIDTH_LAST = '～';
    private static final int FULL_WIDTH_OFFSET = '！' - '!';

    private Spelling() {}

    /// Takes off an apostrophe, `="…"` and `tel:`, drops invisible marks, and writes spaces, hyphens and
    /// full-width characters in ASCII.
    static String plain(String text) {
        String bare = text.startsWith("'") ? text.substring(1) : text;
        Matcher excel = EXCEL_TEXT.matcher(bare);
        String number = excel.matches() ? excel.group(1) : bare;
        String ascii = CellText.trim(ascii(number));
        return ascii.toLowerCase(Locale.ROOT).startsWith(URI) ? CellText.trim(ascii.substring(URI.length())) : ascii;
    }

    /// Drops what may stand between digits: spaces, hyphens, dots and parentheses. A leading `00` stays.
    static String digits(String plain) {
        return plain.replaceAll("[ ().-]", "");
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.chars().filter(c -> !CellText.isMark((char) c)).forEach(c -> ascii.append(ascii((char) c)));
        return ascii.toString();
    }

    private static char ascii(char c) {
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return (char) (c - FULL_WIDTH_OFFSET);
        }
        if (Character.isSpaceChar(c) || c == '\t') {
            return ' ';
        }
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == '−' ? '-' : c;
    }
}
