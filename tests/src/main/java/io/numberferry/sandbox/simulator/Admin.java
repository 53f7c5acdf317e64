package io.numberferry.sandbox.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.RequestPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The simulator's own routes under `/_numberferry/`. They have no quota and no faults, and are not counted.
final class Admin {
    private static final String ROOT = "_numberferry";
    private static final Map<String, Ownership> OWNERSHIPS = Map.of(
            "free", Ownership.FREE,
            "connect", Ownership.OWNED_IN_CONNECT,
            "chime", Ownership.OWNED_IN_CHIME);

    private final Simulator simulator;

    Admin(Simulator simulator) {
        this.simulator = simulator;
    }

    static boolean owns(RequestPath path) {
        return !path.segments().isEmpty() && path.segments().getFirst().equals(ROOT);
    }

    Answer answer(String method, RequestPath path, String body) {
        return switch (method + " " + String.join("/", path.segments())) {
            case "GET _numberferry/calls" -> Answer.ok(calls());
            case "GET _numberferry/world" -> Answer.ok(simulator.world().toJson());
            case "POST _numberferry/expect" -> expect(body);
            default -> wrong(404, "there are GET calls, GET world and POST expect under /" + ROOT);
        };
    }

    private ObjectNode calls() {
        ObjectNode json = Json.object();
        new TreeMap<>(simulator.calls()).forEach((api, calls) -> json.set(api, calls.toJson()));
        return json;
    }

    private Answer expect(String body) {
        try {
            JsonNode json = Json.parse(body);
            Optional<Ownership> ownership =
                    Optional.ofNullable(OWNERSHIPS.get(json.path("owned").asText()));
            List<String> numbers = new ArrayList<>();
            json.path("phoneNumbers").forEach(number -> numbers.add(number.asText()));
            if (ownership.isPresent() && numbers.stream().allMatch(PhoneNumber::isE164)) {
                simulator.expect(numbers, ownership.get());
                return Answer.ok(Json.object().put("expected", numbers.size()));
            }
        } catch (JsonProcessingException notJson) {
            return wrong(400, "the body is not JSON");
        }
        return wrong(400, "write {\"phoneNumbers\": [\"+1…\"], \"owned\": \"connect\", \"chime\" or \"free\"}");
    }

    private static Answer wrong(int status, String message) {
        return Answer.json(status, Json.object().put("message", message));
    }
}
