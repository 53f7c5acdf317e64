package io.numberferry.sandbox.simulator.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.world.ChimeNumber;
import io.numberferry.sandbox.simulator.world.ClientTokenUse;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import io.numberferry.sandbox.simulator.world.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one call changed, as the line of a state log. Each entry is the whole new value, so that applying a
/// line twice is the same as applying it once.
final class Changes {
    private final List<ObjectNode> connectNumbers = new ArrayList<>();
    private final List<String> unavailable = new ArrayList<>();
    private final List<ObjectNode> chimeNumbers = new ArrayList<>();
    private final List<ObjectNode> clientTokens = new ArrayList<>();
    private final Map<String, Times> outcomes = new LinkedHashMap<>();
    private final Map<String, Times> faults = new LinkedHashMap<>();

    void put(ConnectNumber number) {
        connectNumbers.add(number.toJson());
    }

    void unavailable(String phoneNumber) {
        unavailable.add(phoneNumber);
    }

    void put(ChimeNumber number) {
        chimeNumbers.add(number.toJson());
    }

    void put(ClientTokenUse use) {
        clientTokens.add(use.toJson());
    }

    /// @param index of the outcome in the world, from 0
    void outcome(int index, Times left) {
        outcomes.put(String.valueOf(index), left);
    }

    /// @param index of the fault in the world, from 0
    void fault(int index, Times left) {
        faults.put(String.valueOf(index), left);
    }

    /// Forgets what there is and hands it back; an empty object when nothing was changed.
    ObjectNode drain() {
        ObjectNode json = Json.object();
        add(json, "connectNumbers", connectNumbers);
        if (!unavailable.isEmpty()) {
            json.set("unavailableNumbers", Json.texts(unavailable));
        }
        add(json, "chimeNumbers", chimeNumbers);
        add(json, "clientTokens", clientTokens);
        add(json, "outcomes", outcomes);
        add(json, "faults", faults);
        List.of(connectNumbers, unavailable, chimeNumbers, clientTokens).forEach(List::clear);
        outcomes.clear();
        faults.clear();
        return json;
    }

    private static void add(ObjectNode json, String name, List<ObjectNode> values) {
        if (!values.isEmpty()) {
            json.set(name, Json.array(values.stream()));
        }
    }

    private static void add(ObjectNode json, String name, Map<String, Times> values) {
        if (!values.isEmpty()) {
            ObjectNode object = Json.object();
            values.forEach((index, left) -> object.set(index, left.addTo(Json.object())));
            json.set(name, object);
        }
    }
}
