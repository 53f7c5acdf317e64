package io.numberferry.sandbox.simulator.chime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.world.Arns;
import io.numberferry.sandbox.simulator.world.Association;
import io.numberferry.sandbox.simulator.world.ChimeNumber;
import io.numberferry.sandbox.simulator.world.ErrorIds;
import io.numberferry.sandbox.simulator.world.VoiceConnector;
import io.numberferry.sandbox.simulator.world.VoiceConnectorGroup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Resources as Chime SDK Voice writes them: absent members are null, times have milliseconds.
final class ChimeJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /// When connectors and groups were made, of which a world says nothing.
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<String> CAPABILITIES_OF_VOICE = List.of("InboundCall", "OutboundCall");
    private static final List<String> CAPABILITIES_OF_MESSAGES =
            List.of("InboundSMS", "OutboundSMS", "InboundMMS", "OutboundMMS");

    private ChimeJson() {}

    /// The answer of GetPhoneNumber and UpdatePhoneNumber.
    static Answer wrapped(Account account, String e164, Instant now) {
        ChimeNumber number =
                account.chime().find(e164, now).orElseThrow(() -> ChimeErrors.notFound("The phone number"));
        return wrapped("PhoneNumber", of(number));
    }

    static Answer wrapped(String member, ObjectNode json) {
        ObjectNode body = Json.object();
        body.set(member, json);
        return Answer.ok(body);
    }

    static ObjectNode of(ChimeNumber number) {
        ObjectNode json = Json.object()
                .put("PhoneNumberId", ErrorIds.ENCODED.of(number.phoneNumber()))
                .put("E164PhoneNumber", number.phoneNumber())
                .put("Country", number.country())
                .put("Type", number.type())
                .put("ProductType", number.productType())
                .put("Status", number.association().isPresent() ? "Assigned" : "Unassigned");
        json.set("Capabilities", capabilities());
        json.set("Associations", Json.array(number.association().stream().map(ChimeJson::of)));
        orNull(json, "CallingName", number.callingName().text());
        return orNull(
                json.put("CallingNameStatus", number.callingName().status().wireName())
                        .put("CreatedTimestamp", TIME.format(number.created()))
                        .put("UpdatedTimestamp", TIME.format(number.updated()))
                        .putNull("DeletionTimestamp")
                        .putNull("OrderId"),
                "Name",
                number.name());
    }

    private static ObjectNode capabilities() {
        ObjectNode json = Json.object();
        CAPABILITIES_OF_VOICE.forEach(name -> json.put(name, true));
        CAPABILITIES_OF_MESSAGES.forEach(name -> json.put(name, false));
        return json;
    }

    private static ObjectNode of(Association association) {
        return Json.object()
                .put("Value", association.id())
                .put("Name", association.kind().wireName())
                .put("AssociatedTimestamp", TIME.format(association.since()));
    }

    private static ObjectNode orNull(ObjectNode json, String member, String text) {
        return text.isEmpty() ? json.putNull(member) : json.put(member, text);
    }

    static ObjectNode of(VoiceConnector connector, Arns arns) {
        return made(Json.object()
                .put("VoiceConnectorId", connector.id())
                .put("AwsRegion", arns.region())
                .put("Name", connector.name())
                .put("OutboundHostName", connector.id() + ".voiceconnector.example")
                .put("RequireEncryption", true)
                .put("VoiceConnectorArn", arns.voiceConnector(connector.id()))
                .putNull("IntegrationType")
                .put("NetworkType", "IPV4_ONLY"));
    }

    static ObjectNode of(VoiceConnectorGroup group, Arns arns) {
        Stream<ObjectNode> members = IntStream.range(0, group.members().size())
                .mapToObj(i -> Json.object()
                        .put("VoiceConnectorId", group.members().get(i))
                        .put("Priority", i + 1));
        ObjectNode json = Json.object().put("VoiceConnectorGroupId", group.id()).put("Name", group.name());
        json.set("VoiceConnectorItems", Json.array(members));
        return made(json.put("VoiceConnectorGroupArn", arns.voiceConnectorGroup(group.id())));
    }

    private static ObjectNode made(ObjectNode json) {
        return json.put("CreatedTimestamp", TIME.format(MADE)).put("UpdatedTimestamp", TIME.format(MADE));
    }
}
