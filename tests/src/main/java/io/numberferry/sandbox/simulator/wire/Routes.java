package io.numberferry.sandbox.simulator.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table of all routes.
public final class Routes {
    private static final List<Entry> TABLE =
            Api.all().stream().map(api -> new Entry(Route.of(api.route()), api)).toList();

    private Routes() {}

    /// Finds the operation that a request means; empty when there is none.
    public static Optional<Match> find(String method, RequestPath path) {
        return TABLE.stream()
                .flatMap(entry -> entry.route.match(method, path).stream().map(names -> new Match(entry.api, names)))
                .findFirst();
    }

    private record Entry(Route route, Api api) {}

    /// An operation, and what its route's `{names}` stand for.
    public record Match(Api api, Map<String, String> names) {
        public Match {
            names = Map.copyOf(names);
        }
    }
}
