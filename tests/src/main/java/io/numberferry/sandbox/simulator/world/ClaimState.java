package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// How far the claim or move of a Connect number is.
///
/// @param message why it failed
/// @param settlement how and when it ends; empty when nothing is under way, or when it never ends
public record ClaimState(ClaimStatus status, Optional<String> message, Optional<Settlement<ClaimStatus>> settlement) {
    public static final ClaimState CLAIMED = new ClaimState(ClaimStatus.CLAIMED, Optional.empty(), Optional.empty());

    /// Under way, to end well.
    public static ClaimState claimedAt(Instant at) {
        return settling(new Settlement<>(at, ClaimStatus.CLAIMED, Optional.empty()));
    }

    /// Under way, to fail.
    public static ClaimState failedAt(Instant at, String message) {
        return settling(new Settlement<>(at, ClaimStatus.FAILED, Optional.of(message)));
    }

    private static ClaimState settling(Settlement<ClaimStatus> settlement) {
        return new ClaimState(ClaimStatus.IN_PROGRESS, Optional.empty(), Optional.of(settlement));
    }

    static ClaimState read(Fields in) {
        return new ClaimState(
                in.choice("status", ClaimStatus.ALL).orElse(ClaimStatus.CLAIMED),
                in.text("message"),
                in.object("settlement", fields -> Settlement.read(fields, ClaimStatus.ALL)));
    }

    ObjectNode addTo(ObjectNode json) {
        json.put("status", status.wireName());
        message.ifPresent(text -> json.put("message", text));
        settlement.ifPresent(end -> json.set("settlement", end.toJson()));
        return json;
    }

    /// The state as a reader at that instant sees it.
    public ClaimState at(Instant now) {
        return settlement
                .filter(end -> end.due(now))
                .map(end -> new ClaimState(end.status(), end.message(), Optional.empty()))
                .orElse(this);
    }

    /// Whether the number takes a place at its target, now or in the end.
    public boolean holdsPlace() {
        return settlement.map(Settlement::status).orElse(status) != ClaimStatus.FAILED;
    }
}
