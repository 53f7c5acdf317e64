package io.numberferry.manifest;

import java.util.Optional;

/// An Amazon Resource Name, taken apart. Its parts are not checked further than their form needs.
///
/// @param region empty where the ARN has none
/// @param accountId 12 digits
/// @param resource all after the account; not empty
record Arn(String text, String partition, String service, String region, String accountId, String resource) {
    private static final String PREFIX = "arn:";
    private static final int PARTS = 6;
    private static final int ACCOUNT_DIGITS = 12;
    private static final String UUID_FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    static boolean looksLike(String text) {
        return text.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /// Empty when the text is not a whole ARN.
    static Optional<Arn> parse(String text) {
        String[] parts = text.split(":", PARTS);
        boolean whole = parts.length == PARTS
                && text.startsWith(PREFIX)
                && parts[1].startsWith("aws")
                && isAccount(parts[4])
                && !parts[5].isEmpty();
        return whole ? Optional.of(new Arn(text, parts[1], parts[2], parts[3], parts[4], parts[5])) : Optional.empty();
    }

    /// Tells whether a text is a UUID in lower case, as Connect writes its ids.
    static boolean isUuid(String text) {
        boolean fits = text.length() == UUID_FORM.length();
        for (int i = 0; fits && i < text.length(); i++) {
            char c = text.charAt(i);
            fits = UUID_FORM.charAt(i) == '-' ? c == '-' : isDigit(c) || (c >= 'a' && c <= 'f');
        }
        return fits;
    }

    boolean isOf(String wantedService) {
        return service.equals(wantedService);
    }

    /// The id after a resource type, for example after `instance/`; empty when the resource is something
    /// else.
    Optional<String> idAfter(String type) {
        return resource.startsWith(type) ? Optional.of(resource.substring(type.length())) : Optional.empty();
    }

    private static boolean isAccount(String text) {
        return text.length() == ACCOUNT_DIGITS && text.chars().allMatch(c -> isDigit((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
