package io.numberferry.report;

import io.numberferry.domain.PhoneNumber;
import java.util.List;

/// Makes text safe to open in a spreadsheet. One that begins like a formula gets an apostrophe in front,
/// which spreadsheets read as "this is text". An exact E.164 number stays itself: `+` and digits compute
/// nothing.
final class SafeCell {
    /// What starts a formula, half width and full width: spreadsheets in East Asian locales take both.
    private static final String STARTERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private SafeCell() {}

    static String of(String text) {
        return startsFormula(text) && !PhoneNumber.isE164(text) ? "'" + text : text;
    }

    static List<String> of(List<String> cells) {
        return cells.stream().map(SafeCell::of).toList();
    }

    /// Blanks in front do not help: some programs drop them on opening. A control character in front
    /// (tab, carriage return) counts as a starter of its own, because it can end the cell it stands in.
    private static boolean startsFormula(String text) {
        if (!text.isEmpty() && Character.isISOControl(text.charAt(0))) {
            return true;
        }
        int first = 0;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        return first < text.length() && STARTERS.indexOf(text.charAt(first)) >= 0;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
