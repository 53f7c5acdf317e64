package io.numberferry.domain;

import java.util.regex.Pattern;

/// A phone number in E.164 form: a plus sign, a country code that does not begin with 0, at most 15 digits
/// in all.
///
/// Only the shape is checked. Whether a number exists, or may be claimed, is for the service to say.
///
/// @param e164 the number with its leading `+`, for example `+12065550100`
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
    /// `^\+[1-9]\d{1,14}$`, as the Connect API reference means it; the pattern printed there is escaped
    /// twice.
    private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{1,14}");

    public PhoneNumber {
        if (!isE164(e164)) {
            throw new IllegalArgumentException("a phone number is + and 2 to 15 digits, the first not 0");
        }
    }

    /// Tells whether a text is exactly an E.164 number, with its plus sign and nothing around it.
    public static boolean isE164(String text) {
        return SHAPE.matcher(text).matches();
    }

    /// Reads the forms in which Chime SDK Voice writes a number: `+12065550100`, `%2B12065550100` and
    /// `12065550100`.
    ///
    /// @throws IllegalArgumentException when the text is none of them
    public static PhoneNumber ofChime(String text) {
        String plain = text.startsWith("%2B") || text.startsWith("%2b") ? text.substring(3) : text;
        return new PhoneNumber(plain.startsWith("+") ? plain : "+" + plain);
    }

    /// The number of which [#digits] are known.
    public static PhoneNumber ofDigits(long digits) {
        return new PhoneNumber("+" + digits);
    }

    /// The number without its plus sign: at most 15 digits, and no two numbers have the same.
    public long digits() {
        return Long.parseLong(e164, 1, e164.length(), 10);
    }

    /// The number fit for a log line: country and last two digits, for example `+1••••••••00`.
    public String masked() {
        int shown = e164.length() > 6 ? 2 : 1;
        return e164.substring(0, 2)
                + "•".repeat(Math.max(0, e164.length() - 2 - shown))
                + e164.substring(e164.length() - shown);
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return e164.compareTo(other.e164);
    }

    /// The masked form, so that a number never reaches a log or an exception message by accident.
    @Override
    public String toString() {
        return masked();
    }
}
