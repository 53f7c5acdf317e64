package io.numberferry.sandbox.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Applies the lines of a state log to the JSON of the world they belong to. What a line says replaces what
/// there is, so a line may be applied twice.
final class StateLog {
    private final ObjectNode world;
    private final Map<String, JsonNode> connectNumbers;
    private final Map<String, JsonNode> unavailable;
    private final Map<String, JsonNode> chimeNumbers;
    private final Map<String, JsonNode> clientTokens;

    StateLog(ObjectNode world) {
        this.world = world;
        this.connectNumbers = keyed(world.at("/connect/numbers"), StateLog::phoneNumber);
        this.unavailable = keyed(world.at("/connect/unavailableNumbers"), JsonNode::asText);
        this.chimeNumbers = keyed(world.at("/chime/numbers"), StateLog::phoneNumber);
        this.clientTokens = keyed(world.at("/clientTokens"), StateLog::token);
    }

    void apply(JsonNode line) {
        connectNumbers.putAll(keyed(line.path("connectNumbers"), StateLog::phoneNumber));
        Map<String, JsonNode> released = keyed(line.path("unavailableNumbers"), JsonNode::asText);
        unavailable.putAll(released);
        connectNumbers.keySet().removeAll(released.keySet());
        chimeNumbers.putAll(keyed(line.path("chimeNumbers"), StateLog::phoneNumber));
        clientTokens.putAll(keyed(line.path("clientTokens"), StateLog::token));
        merge("outcomes", line.path("outcomes"));
        merge("faults", line.path("faults"));
    }

    private void merge(String list, JsonNode byIndex) {
        for (Map.Entry<String, JsonNode> entry : byIndex.properties()) {
            if (world.path(list).path(Integer.parseInt(entry.getKey())) instanceof ObjectNode element) {
                element.setAll((ObjectNode) entry.getValue());
            }
        }
    }

    /// The world with all lines applied.
    ObjectNode result() {
        object("connect").set("numbers", Json.array(connectNumbers.values().stream()));
        object("connect").set("unavailableNumbers", Json.array(unavailable.values().stream()));
        object("chime").set("numbers", Json.array(chimeNumbers.values().stream()));
        world.set("clientTokens", Json.array(clientTokens.values().stream()));
        return world;
    }

    private ObjectNode object(String name) {
        return world.withObject("/" + name);
    }

    private static Map<String, JsonNode> keyed(JsonNode list, Function<JsonNode, String> key) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        if (list instanceof ArrayNode array) {
            for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
                JsonNode element = elements.next();
                map.put(key.apply(element), element);
            }
        }
        return map;
    }

    private static String phoneNumber(JsonNode number) {
        return number.path("phoneNumber").asText();
    }

    private static String token(JsonNode use) {
        return use.path("api").asText() + " " + use.path("token").asText();
    }
}
