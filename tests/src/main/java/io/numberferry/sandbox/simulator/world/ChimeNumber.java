package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.time.Instant;
import java.util.Optional;

/// A number that Chime SDK Voice holds for the account.
///
/// @param phoneNumber in E.164 form
/// @param productType as the service writes it; an old number may still say `BusinessCalling`
/// @param name empty for none
public record ChimeNumber(
        String phoneNumber,
        String country,
        boolean tollFree,
        String productType,
        String name,
        CallingName callingName,
        Optional<Association> association,
        Instant created,
        Instant updated) {
    public static final String VOICE_CONNECTOR = "VoiceConnector";
    public static final String SIP_MEDIA_APPLICATION = "SipMediaApplicationDialIn";

    /// When numbers were bought of which nothing is said.
    private static final Instant BOUGHT = Instant.parse("2026-01-01T00:00:00Z");

    /// A number of which nothing but the digits is known: unassigned, of the product type its country
    /// requires.
    public static ChimeNumber of(String phoneNumber) {
        NumberingPlan plan = NumberingPlan.of(phoneNumber);
        return new ChimeNumber(
                phoneNumber,
                plan.country(),
                plan.tollFree(),
                plan.country().equals("US") ? VOICE_CONNECTOR : SIP_MEDIA_APPLICATION,
                "",
                CallingName.NONE,
                Optional.empty(),
                BOUGHT,
                BOUGHT);
    }

    static ChimeNumber read(Fields in) {
        ChimeNumber plain = of(in.phoneNumber("phoneNumber"));
        Instant created = in.instant("created").orElse(plain.created);
        Instant since = in.instant("associatedSince").orElse(created);
        return in.end(new ChimeNumber(
                plain.phoneNumber,
                in.text("country").orElse(plain.country),
                in.text("type").map("TollFree"::equals).orElse(plain.tollFree),
                in.text("productType").orElse(plain.productType),
                in.text("name").orElse(""),
                CallingName.read(in),
                in.text("associatedWith").map(text -> Association.of(text, since)),
                created,
                in.instant("updated").orElse(created)));
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("phoneNumber", phoneNumber)
                .put("country", country)
                .put("type", type())
                .put("productType", productType);
        if (!name.isEmpty()) {
            json.put("name", name);
        }
        callingName.addTo(json);
        association.ifPresent(to -> json.put("associatedWith", to.text())
                .put("associatedSince", to.since().toString()));
        return json.put("created", created.toString()).put("updated", updated.toString());
    }

    /// `Local` or `TollFree`.
    public String type() {
        return tollFree ? "TollFree" : "Local";
    }

    /// The number as a reader at that instant sees it.
    public ChimeNumber at(Instant now) {
        return new ChimeNumber(
                phoneNumber, country, tollFree, productType, name, callingName.at(now), association, created, updated);
    }

    public ChimeNumber associated(Optional<Association> with, Instant now) {
        return new ChimeNumber(phoneNumber, country, tollFree, productType, name, callingName, with, created, now);
    }

    public ChimeNumber ofProduct(String type, Instant now) {
        return new ChimeNumber(phoneNumber, country, tollFree, type, name, callingName, association, created, now);
    }

    public ChimeNumber called(CallingName changed, Instant now) {
        return new ChimeNumber(phoneNumber, country, tollFree, productType, name, changed, association, created, now);
    }

    public ChimeNumber named(String changed, Instant now) {
        return new ChimeNumber(
                phoneNumber, country, tollFree, productType, changed, callingName, association, created, now);
    }
}
