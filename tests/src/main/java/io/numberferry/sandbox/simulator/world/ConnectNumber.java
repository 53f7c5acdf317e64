package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// A number that Connect holds for the account.
///
/// @param phoneNumber in E.164 form
/// @param targetArn the instance or traffic distribution group it is at
/// @param description empty for none
/// @param flows the id of the flow it rings, per instance id
/// @param state how far its claim or move is
public record ConnectNumber(
        String phoneNumber,
        String id,
        String targetArn,
        String country,
        String type,
        String description,
        Map<String, String> tags,
        Map<String, String> flows,
        ClaimState state) {
    public ConnectNumber {
        tags = Map.copyOf(tags);
        flows = Map.copyOf(flows);
    }

    /// A number just obtained, with the id that this number always gets.
    public static ConnectNumber of(String phoneNumber, String targetArn, ClaimState state) {
        NumberingPlan plan = NumberingPlan.of(phoneNumber);
        return new ConnectNumber(
                phoneNumber,
                idOf(phoneNumber),
                targetArn,
                plan.country(),
                plan.tollFree() ? "TOLL_FREE" : "DID",
                "",
                Map.of(),
                Map.of(),
                state);
    }

    /// @param directory what `target` and `flow` are looked up in
    static ConnectNumber read(Fields in, Names directory) {
        ConnectNumber plain = of(in.phoneNumber("phoneNumber"), directory.target(in), ClaimState.read(in));
        return in.end(new ConnectNumber(
                plain.phoneNumber,
                in.text("id").orElse(plain.id),
                plain.targetArn,
                in.text("country").orElse(plain.country),
                in.text("type").orElse(plain.type),
                in.text("description").orElse(""),
                in.texts("tags"),
                directory.flows(in, plain.targetArn),
                plain.state));
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("phoneNumber", phoneNumber)
                .put("id", id)
                .put("target", targetArn)
                .put("country", country)
                .put("type", type);
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        json.set("tags", Json.texts(new TreeMap<>(tags)));
        json.set("flows", Json.texts(new TreeMap<>(flows)));
        return state.addTo(json);
    }

    public ConnectNumber at(Instant now) {
        return with(state.at(now));
    }

    public ConnectNumber with(ClaimState changed) {
        return new ConnectNumber(phoneNumber, id, targetArn, country, type, description, tags, flows, changed);
    }

    /// The number at another place, where it rings no flow.
    public ConnectNumber movedTo(String arn) {
        return new ConnectNumber(phoneNumber, id, arn, country, type, description, tags, Map.of(), state);
    }

    public ConnectNumber described(String text) {
        return new ConnectNumber(phoneNumber, id, targetArn, country, type, text, tags, flows, state);
    }

    public ConnectNumber tagged(Map<String, String> changed) {
        return new ConnectNumber(phoneNumber, id, targetArn, country, type, description, changed, flows, state);
    }

    public ConnectNumber ringing(Map<String, String> changed) {
        return new ConnectNumber(phoneNumber, id, targetArn, country, type, description, tags, changed, state);
    }

    private static String idOf(String phoneNumber) {
        return UUID.nameUUIDFromBytes(("phone-number " + phoneNumber).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
