package io.numberferry.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/// The idempotency key sent with a write that takes one. The same row asks with the same token, after any
/// crash.
///
/// The API reference of ClaimPhoneNumber gives its shape: a lower-case UUID.
public record ClientToken(String value) {
    private static final Pattern SHAPE =
            Pattern.compile("[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}");

    public ClientToken {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a client token is a lower-case UUID, not " + value);
        }
    }

    /// Derives the token from what makes the request this request and no other.
    ///
    /// @param job the job the row belongs to
    /// @param planned the row, with every value of the request
    /// @param generation counted from 1; another one asks anew, where an earlier request with the same values
    ///     is proven to have failed for good
    public static ClientToken of(JobId job, PlannedItem planned, int generation) {
        String line = Integer.toString(planned.line());
        String name = String.join("\n", job.value(), line, parameters(planned), Integer.toString(generation));
        return new ClientToken(uuid(name));
    }

    /// All values of the request, in one text, also those that the job's settings gave: a change of any of them is
    /// another request.
    private static String parameters(PlannedItem planned) {
        return String.join(
                "\n",
                planned.number().e164(),
                planned.operation().word(),
                planned.operation().targeted().map(Target::id).orElse(""),
                planned.flowId().orElse(""),
                String.join("\t", planned.row().cells()));
    }

    /// Those values, hashed: what the journal keeps beside the token.
    public static String parametersHash(PlannedItem planned) {
        return uuid(parameters(planned));
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
