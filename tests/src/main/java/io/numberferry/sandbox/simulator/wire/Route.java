package io.numberferry.sandbox.simulator.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an operation is found: a method, a path with `{names}` in it, and at times a constant `operation`
/// parameter.
///
/// @param operation the constant parameter; a route without one does not match a request that has one
record Route(String method, List<String> segments, Optional<String> operation) {
    Route {
        segments = List.copyOf(segments);
    }

    /// Reads a route as the service models write it, for example `POST
    /// /phone-numbers?operation=batch-update`.
    static Route of(String text) {
        String[] halves = text.split(" ", 2);
        String[] uri = halves[1].split("\\?", 2);
        RequestPath path = RequestPath.of(uri[0], uri.length > 1 ? uri[1] : "");
        return new Route(halves[0], path.segments(), path.parameter("operation"));
    }

    /// The values of the `{names}` when a request fits; empty when it does not.
    Optional<Map<String, String>> match(String method, RequestPath path) {
        boolean fits = this.method.equals(method)
                && path.segments().size() == segments.size()
                && path.parameter("operation").equals(operation);
        return fits ? names(path.segments()) : Optional.empty();
    }

    private Optional<Map<String, String>> names(List<String> actual) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < actual.size(); i++) {
            String expected = segments.get(i);
            if (expected.startsWith("{")) {
                values.put(expected.substring(1, expected.length() - 1), actual.get(i));
            } else if (!expected.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
