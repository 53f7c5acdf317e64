package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Api;
import io.numberferry.sandbox.simulator.wire.ChimeApi;
import io.numberferry.sandbox.simulator.wire.ConnectApi;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.Optional;
import java.util.Set;

/// What one API does with one number, whatever the rules say.
public record Outcome(String phoneNumber, Api api, Effect effect, Times times) {
    /// The APIs that answer with `PhoneNumberErrors`.
    private static final Set<Api> WITH_ITEMS = Set.of(
            ChimeApi.ASSOCIATE_WITH_GROUP,
            ChimeApi.ASSOCIATE_WITH_CONNECTOR,
            ChimeApi.DISASSOCIATE_FROM_GROUP,
            ChimeApi.DISASSOCIATE_FROM_CONNECTOR,
            ChimeApi.BATCH_UPDATE);

    /// The APIs that begin something which ends later.
    private static final Set<Api> SETTLING = Set.of(
            ConnectApi.CLAIM_PHONE_NUMBER,
            ConnectApi.UPDATE_PHONE_NUMBER,
            ConnectApi.UPDATE_PHONE_NUMBER_METADATA,
            ChimeApi.UPDATE_PHONE_NUMBER,
            ChimeApi.BATCH_UPDATE);

    /// What happens instead of what would.
    public sealed interface Effect {
        /// The whole call is refused, and nothing is done.
        record Refuse(ScriptedError error) implements Effect {}

        /// The number gets an entry in `PhoneNumberErrors`, and nothing is done with it.
        ///
        /// @param reportedAs under which id the entry stands; empty for the number's own
        record FailItem(String errorCode, String message, Optional<String> reportedAs) implements Effect {}

        /// The call is accepted, and what it began fails when it settles.
        record SettleAsFailed(String message) implements Effect {}
    }

    static Outcome read(Fields in) {
        Api api = ApiField.of(in, "api", in.required("api"));
        Effect effect = effect(in);
        if (effect instanceof Effect.FailItem && !WITH_ITEMS.contains(api)) {
            throw in.wrong("errorCode", "cannot come from " + api.operation(), "use error, which refuses the call");
        }
        if (effect instanceof Effect.SettleAsFailed && !SETTLING.contains(api)) {
            throw in.wrong("settlesAs", "cannot come from " + api.operation(), "use error, which refuses the call");
        }
        return in.end(new Outcome(in.phoneNumber("phoneNumber"), api, effect, Times.read(in, Times.ALWAYS)));
    }

    private static Effect effect(Fields in) {
        if (in.has("errorCode")) {
            return new Effect.FailItem(in.required("errorCode"), message(in), in.text("reportedAs"));
        }
        if (in.has("settlesAs") && !in.is("settlesAs", "FAILED")) {
            throw in.wrong("settlesAs", "is not FAILED", "write FAILED or leave it out");
        }
        return in.has("settlesAs") ? new Effect.SettleAsFailed(message(in)) : new Effect.Refuse(ScriptedError.read(in));
    }

    private static String message(Fields in) {
        return in.text("message").orElse("The world file asks for this.");
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("phoneNumber", phoneNumber).put("api", api.qualifiedName());
        switch (effect) {
            case Effect.Refuse refuse -> refuse.error().addTo(json);
            case Effect.SettleAsFailed failure ->
                json.put("settlesAs", "FAILED").put("message", failure.message());
            case Effect.FailItem item -> {
                json.put("errorCode", item.errorCode()).put("message", item.message());
                item.reportedAs().ifPresent(id -> json.put("reportedAs", id));
            }
        }
        return times.addTo(json);
    }

    public Outcome once() {
        return new Outcome(phoneNumber, api, effect, times.once());
    }
}
