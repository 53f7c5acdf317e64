package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// The outbound calling name of a Chime number.
///
/// @param text empty for none
/// @param settlement how and when a change ends; empty when none is under way, or when it never ends
public record CallingName(String text, CallingNameStatus status, Optional<Settlement<CallingNameStatus>> settlement) {
    public static final CallingName NONE = new CallingName("", CallingNameStatus.UNASSIGNED, Optional.empty());

    static CallingName read(Fields in) {
        String text = in.text("callingName").orElse("");
        return new CallingName(
                text,
                in.choice("callingNameStatus", CallingNameStatus.ALL)
                        .orElse(text.isEmpty() ? CallingNameStatus.UNASSIGNED : CallingNameStatus.UPDATE_SUCCEEDED),
                in.object("callingNameSettlement", fields -> Settlement.read(fields, CallingNameStatus.ALL)));
    }

    void addTo(ObjectNode json) {
        if (!text.isEmpty()) {
            json.put("callingName", text);
        }
        json.put("callingNameStatus", status.wireName());
        settlement.ifPresent(end -> json.set("callingNameSettlement", end.toJson()));
    }

    /// A change under way. An empty text ends as no name at all.
    public static CallingName changing(String text, Instant settlesAt, boolean fails) {
        CallingNameStatus settled = text.isEmpty() ? CallingNameStatus.UNASSIGNED : CallingNameStatus.UPDATE_SUCCEEDED;
        CallingNameStatus end = fails ? CallingNameStatus.UPDATE_FAILED : settled;
        return new CallingName(
                text,
                CallingNameStatus.UPDATE_IN_PROGRESS,
                Optional.of(new Settlement<>(settlesAt, end, Optional.empty())));
    }

    /// The name as a reader at that instant sees it.
    CallingName at(Instant now) {
        return settlement
                .filter(end -> end.due(now))
                .map(end -> new CallingName(text, end.status(), Optional.empty()))
                .orElse(this);
    }

    public boolean pending() {
        return status == CallingNameStatus.UPDATE_IN_PROGRESS;
    }
}
