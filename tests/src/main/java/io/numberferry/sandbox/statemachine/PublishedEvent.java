package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// An event as a state machine publishes it.
///
/// @param source who says it
/// @param detailType what kind of thing happened
/// @param detail JSON text of an object
public record PublishedEvent(String source, String detailType, String detail) {
    /// An entry that EventBridge does not take, as the optimized integration reports it.
    private static final String REFUSED = "EventBridge.FailedEntry";

    private static final List<String> FIELDS = List.of("Source", "DetailType", "Detail");

    /// @throws StateFailure when EventBridge would refuse the entry, or when a field is not supported here
    static PublishedEvent of(JsonNode entry) {
        entry.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new StateFailure(
                        ErrorNames.RUNTIME,
                        "an entry's field '" + field + "' is not supported; supported are "
                                + String.join(", ", FIELDS));
            }
        });
        if (!entry.path("Detail").isObject()) {
            throw new StateFailure(REFUSED, "Detail must be an object");
        }
        return new PublishedEvent(text(entry, "Source"), text(entry, "DetailType"), Json.write(entry.path("Detail")));
    }

    private static String text(JsonNode entry, String field) {
        String text = entry.path(field).asText();
        if (text.isEmpty()) {
            throw new StateFailure(REFUSED, field + " is missing");
        }
        return text;
    }
}
