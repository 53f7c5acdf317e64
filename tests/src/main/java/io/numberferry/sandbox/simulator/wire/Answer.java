package io.numberferry.sandbox.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/// An HTTP answer, before it is written.
///
/// @param body the text of the body; empty for none
public record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer ok(ObjectNode body) {
        return json(200, body);
    }

    /// What a void operation answers.
    public static Answer empty() {
        return new Answer(200, Map.of(), "");
    }

    public static Answer json(int status, ObjectNode body) {
        return stored(status, Json.line(body));
    }

    /// An answer whose body is JSON text already.
    public static Answer stored(int status, String body) {
        return new Answer(status, body.isEmpty() ? Map.of() : Map.of("Content-Type", "application/json"), body);
    }

    /// What a load balancer in front of a service says when the service is away.
    public static Answer unavailablePage() {
        return new Answer(
                503,
                Map.of("Content-Type", "text/html"),
                "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>");
    }

    public static Answer refused(Service service, Refusal refusal) {
        return refusal.answer(service);
    }

    Answer with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
