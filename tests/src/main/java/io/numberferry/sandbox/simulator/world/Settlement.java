package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How and when something under way ends. It is decided when it begins and seen by whoever reads after `at`.
///
/// @param message why, for an end that is a failure
record Settlement<S extends Named>(Instant at, S status, Optional<String> message) {

    static <S extends Named> Settlement<S> read(Fields in, List<S> statuses) {
        return in.end(new Settlement<>(
                in.instant("at").orElseThrow(() -> in.wrong("at", "is missing", "add the instant")),
                in.choice("status", statuses)
                        .orElseThrow(() -> in.wrong("status", "is missing", "add the status at the end")),
                in.text("message")));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("at", at.toString()).put("status", status.wireName());
        message.ifPresent(text -> json.put("message", text));
        return json;
    }

    boolean due(Instant now) {
        return !now.isBefore(at);
    }
}
