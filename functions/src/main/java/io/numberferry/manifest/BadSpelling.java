package io.numberferry.manifest;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The spellings of a number that are refused because reading them would be guessing. The first that fits
/// counts.
enum BadSpelling {
    NOTHING("[ ().+-]*", "there are no digits in it", "Write the number, with + and country code."),
    SHEET_ERROR(
            "#.*",
            "it is an error value of a spreadsheet",
            "Correct the formula in the sheet and export the file again."),
    SCIENTIFIC(
            "[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]+",
            "a spreadsheet turned it into scientific notation, and digits are lost",
            "Format the column as text, enter the number again, and export the file again."),
    DECIMAL(
            "\\+?[0-9]{7,}[.,][0-9]{1,2}",
            "a program turned it into a decimal number",
            "Treat the column as text in the program that wrote the file, and write it again."),
    FORMULA("[=@-].*", "it is a formula", "Write the number itself, with + and country code."),
    TRUNK_ZERO(
            ".*\\( *0 *\\).*",
            "it has (0) in it, a zero that is dialled only within the country",
            "Leave the (0) out: +44 (0)20 … is written +44 20 …."),
    EXTENSION(
            "(?i).*[0-9) ](?:;ext=|;? ?ext(?:ension|\\.)?:? ?|x ?|# ?)[0-9]+",
            "it has an extension",
            "Give the number without its extension."),
    THOUSANDS(
            "[+-]?[0-9]{1,3}(?:,[0-9]{3})+",
            "a program put thousands separators into it",
            "Treat the column as text in the program that wrote the file, and write it again."),
    SEVERAL(
            "(?is).*[0-9].*(?:[,;/|&\n\r]| or | and |\\+).*[0-9].*",
            "there is more than one number in the cell",
            "Give each number a row of its own."),
    WORDS("[^0-9]*\\p{L}[^0-9]*", "it is not a number", "Write the number, with + and country code."),
    LETTERS("(?s).*\\p{L}.*", "it has letters in it", "Write the digits behind the letters.");

    private final Pattern pattern;
    private final String reason;
    private final String advice;

    BadSpelling(String pattern, String reason, String advice) {
        this.pattern = Pattern.compile(pattern);
        this.reason = reason;
        this.advice = advice;
    }

    String reason() {
        return reason;
    }

    String advice() {
        return advice;
    }

    /// @param plain the number as [Spelling#plain] leaves it
    static Optional<BadSpelling> of(String plain) {
        return Arrays.stream(values())
                .filter(spelling -> spelling.pattern.matcher(plain).matches())
                .findFirst();
    }
}
