package io.numberferry.apply;

import java.util.regex.Pattern;

/// Tells from its text that a refusal is about how many numbers may be owned. The code of such a refusal
/// is not documented, and a claim can also fail with it after it was accepted.
public final class NumberQuota {
    /// The texts that are known: the admin guide's "You've reached the limit of Phone Numbers", the
    /// PhoneNumberStatus documentation's limit of total claimed numbers, and the reported "allowed limit
    /// exceeded" of the 180-day rule. Narrow on purpose: a description that is too long also speaks of a
    /// limit.
    private static final Pattern REACHED = Pattern.compile(
            "(?i)reached the limit|allowed limit exceeded|limit of (?:the )?(?:total |claimed |phone )+numbers");

    private NumberQuota() {}

    /// @param message a service's text: of a refusal, or of a claim's status FAILED
    public static boolean isReached(String message) {
        return REACHED.matcher(message).find();
    }
}
