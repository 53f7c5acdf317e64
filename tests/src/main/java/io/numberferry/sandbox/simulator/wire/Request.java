package io.numberferry.sandbox.simulator.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request that found its operation.
///
/// @param path the values of the route's `{names}`, decoded
/// @param query the parameters, decoded
/// @param at when it arrived, by the simulator's clock
public record Request(Api api, Map<String, String> path, Map<String, List<String>> query, Members body, Instant at) {
    public Request {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /// A value from the path. Only for names of the operation's own route.
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route of " + api.operation() + " has no " + name);
        }
        return value;
    }

    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    public List<String> parameters(String name) {
        return query.getOrDefault(name, List.of());
    }
}
