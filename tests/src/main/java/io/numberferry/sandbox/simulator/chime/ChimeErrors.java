package io.numberferry.sandbox.simulator.chime;

import io.numberferry.sandbox.simulator.wire.ErrorType;
import io.numberferry.sandbox.simulator.wire.Refusal;
import java.util.regex.Pattern;

/// Refusals of Chime SDK Voice, and the ids it takes.
final class ChimeErrors {
    private static final Pattern E164 = Pattern.compile("\\+?[1-9][0-9]{1,14}");

    private ChimeErrors() {}

    static Refusal badRequest(String message) {
        return ErrorType.BAD_REQUEST.refusal(message);
    }

    static Refusal notFound(String what) {
        return ErrorType.NOT_FOUND.refusal(what + " was not found");
    }

    /// Whether an id is one of the forms of a number: `+1…`, `1…`, or `%2B1…`.
    static boolean isNumber(String id) {
        return E164.matcher(decoded(id)).matches();
    }

    /// The E.164 form of an id; an id that is no number comes back as it is.
    static String e164(String id) {
        String decoded = decoded(id);
        return isNumber(id) && !decoded.startsWith("+") ? "+" + decoded : decoded;
    }

    private static String decoded(String id) {
        return id.startsWith("%2B") || id.startsWith("%2b") ? "+" + id.substring(3) : id;
    }
}
