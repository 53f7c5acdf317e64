package io.numberferry.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Connect's identifiers of a number it holds.
///
/// @param id the UUID
/// @param arn `arn:<partition>:connect:<Region>:<account>:phone-number/<id>`; empty when only the id is known
public record NumberId(String id, String arn) {
    private static final Pattern ARN = Pattern.compile("arn:.*:phone-number/([^/]+)");

    public NumberId {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a number's id must not be blank");
        }
    }

    /// Reads an id or an ARN, as a manifest gives it.
    public static NumberId of(String idOrArn) {
        Matcher arn = ARN.matcher(idOrArn);
        return arn.matches() ? new NumberId(arn.group(1), idOrArn) : new NumberId(idOrArn, "");
    }

    /// What to send where the API takes an id or an ARN: the ARN, which also works away from a group's home
    /// Region.
    public String forCalls() {
        return arn.isEmpty() ? id : arn;
    }
}
