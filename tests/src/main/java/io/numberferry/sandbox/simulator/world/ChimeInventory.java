package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.List;
import java.util.Optional;

/// What Chime SDK Voice holds for the account.
///
/// @param open whether connectors and groups that are not listed exist as well
public record ChimeInventory(
        List<VoiceConnector> connectors,
        List<VoiceConnectorGroup> groups,
        List<ChimeNumber> numbers,
        ErrorIds errorIds,
        boolean open) {
    public ChimeInventory {
        connectors = List.copyOf(connectors);
        groups = List.copyOf(groups);
        numbers = List.copyOf(numbers);
    }

    static ChimeInventory read(Fields in, boolean open) {
        return in.end(new ChimeInventory(
                in.list("voiceConnectors", VoiceConnector::read),
                in.list("voiceConnectorGroups", VoiceConnectorGroup::read),
                in.list("numbers", ChimeNumber::read),
                in.choice("errorIds", ErrorIds.ALL).orElse(ErrorIds.ENCODED),
                open));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.set("voiceConnectors", Json.array(connectors.stream().map(VoiceConnector::toJson)));
        json.set("voiceConnectorGroups", Json.array(groups.stream().map(VoiceConnectorGroup::toJson)));
        json.set("numbers", Json.array(numbers.stream().map(ChimeNumber::toJson)));
        return json.put("errorIds", errorIds.wireName());
    }

    /// The same place with other numbers in it.
    public ChimeInventory holding(List<ChimeNumber> changed) {
        return new ChimeInventory(connectors, groups, changed, errorIds, open);
    }

    public Optional<VoiceConnector> connector(String id) {
        return connectors.stream()
                .filter(connector -> connector.id().equals(id))
                .findFirst()
                .or(() -> Optional.of(new VoiceConnector(id, id)).filter(unlisted -> open));
    }

    public Optional<VoiceConnectorGroup> group(String id) {
        return groups.stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .or(() ->
                        Optional.of(new VoiceConnectorGroup(id, id, List.of())).filter(unlisted -> open));
    }
}
