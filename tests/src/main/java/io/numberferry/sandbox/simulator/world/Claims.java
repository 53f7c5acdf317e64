package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.time.Duration;
import java.util.Set;

/// How claims, moves and changes of a description go on after they were accepted.
///
/// @param settlesAfter how long they are IN_PROGRESS
/// @param listed in which states ListPhoneNumbersV2 shows a number; the service does not say
public record Claims(Duration settlesAfter, Set<ClaimStatus> listed) {
    static final Claims DEFAULT =
            new Claims(Duration.ofSeconds(1), Set.of(ClaimStatus.CLAIMED, ClaimStatus.IN_PROGRESS));

    public Claims {
        listed = Set.copyOf(listed);
    }

    static Claims read(Fields in) {
        return in.end(new Claims(
                in.millis("settlesAfterMs").orElse(DEFAULT.settlesAfter),
                in.choices("listed", ClaimStatus.ALL).orElse(DEFAULT.listed)));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("settlesAfterMs", settlesAfter.toMillis());
        json.set(
                "listed",
                Json.texts(listed.stream().map(ClaimStatus::name).sorted().toList()));
        return json;
    }
}
