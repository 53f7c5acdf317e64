package io.numberferry.domain;

import java.util.List;

/// Makes text safe to open in a spreadsheet, and takes that back. Text that begins like a formula gets an
/// apostrophe in front, which spreadsheets read as "this is text". An exact E.164 number stays itself: `+`
/// and digits compute nothing.
public final class SafeCell {
    /// What starts a formula, half width and full width: spreadsheets in East Asian locales take both.
    private static final String STARTERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char MARK = '\'';

    private SafeCell() {}

    public static String of(String text) {
        return startsFormula(text, 0) && !PhoneNumber.isE164(text) ? MARK + text : text;
    }

    public static List<String> of(List<String> cells) {
        return cells.stream().map(SafeCell::of).toList();
    }

    /// The safe text whose [#original] is this very text, apostrophes of its own included.
    public static String exactly(String text) {
        String safe = of(text);
        return original(safe).equals(text) ? safe : MARK + text;
    }

    /// The text without the apostrophe that makes it safe; text that needs none stays itself.
    public static String original(String text) {
        int marks = 0;
        while (marks < text.length() && text.charAt(marks) == MARK) {
            marks++;
        }
        return marks > 0 && startsFormula(text, marks) ? text.substring(1) : text;
    }

    /// Blanks in front do not help: some programs drop them on opening. A control character in front
    /// (tab, carriage return) counts as a starter of its own, because it can end the cell it stands in.
    private static boolean startsFormula(String text, int from) {
        if (from < text.length() && Character.isISOControl(text.charAt(from))) {
            return true;
        }
        int first = from;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        return first < text.length() && STARTERS.indexOf(text.charAt(first)) >= 0;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
