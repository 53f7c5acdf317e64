package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/// The limit on what goes into a state and comes out of it.
final class Payload {
    /// 256 KiB of UTF-8, from the service's quotas.
    static final int LARGEST_BYTES = 262_144;

    private Payload() {}

    /// @param what is measured, for the cause, for example `the output of state 'Plan'`
    static JsonNode checked(JsonNode value, String what) {
        check(bytes(value), what);
        return value;
    }

    static void check(long bytes, String what) {
        if (bytes > LARGEST_BYTES) {
            throw new StateFailure(
                    ErrorNames.DATA_LIMIT_EXCEEDED,
                    what + " is " + bytes + " bytes of JSON, more than the " + LARGEST_BYTES + " that are allowed");
        }
    }

    static long bytes(JsonNode value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8).length;
    }
}
