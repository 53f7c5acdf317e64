package io.numberferry.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides the phone numbers that a service writes into its messages, so that a message can go into a log.
public final class NumberMask {
    /// With a plus sign, plain or URL-encoded. Bare digits stay: in a message they may as well be an
    /// account id.
    private static final Pattern NUMBER = Pattern.compile("(?:\\+|%2[Bb])[1-9][0-9]{6,14}");

    private NumberMask() {}

    /// The text with every number in the form of [PhoneNumber#masked].
    public static String in(String text) {
        return NUMBER.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        PhoneNumber.ofChime(found.group()).masked()));
    }
}
