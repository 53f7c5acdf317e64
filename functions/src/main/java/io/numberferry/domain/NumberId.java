package io.numberferry.domain;

/// Connect's identifiers of a number it holds.
///
/// @param id the UUID
/// @param arn `arn:<partition>:connect:<Region>:<account>:phone-number/<id>`; empty when only the id is known
public record NumberId(String id, String arn) {
    public NumberId {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a number's id must not be blank");
        }
    }

    /// What to send where the API takes an id or an ARN: the ARN, which also works away from a group's home
    /// Region.
    public String forCalls() {
        return arn.isEmpty() ? id : arn;
    }
}
