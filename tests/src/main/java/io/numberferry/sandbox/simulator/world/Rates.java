package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Api;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The rate of each API.
///
/// @param byName by the qualified name of an API, or by `connect` or `chime` for all others of that service
public record Rates(Map<String, Rate> byName) {
    public Rates {
        byName = Map.copyOf(byName);
    }

    static Rates read(Fields in, String field) {
        Map<String, Rate> rates = new TreeMap<>();
        in.objects(field, Rate::read)
                .forEach((name, rate) -> names(in, field, name).forEach(full -> rates.put(full, rate)));
        return new Rates(rates);
    }

    private static Stream<String> names(Fields in, String field, String name) {
        if (name.equals("connect") || name.equals("chime")) {
            return Stream.of(name);
        }
        return Stream.of(ApiField.of(in, field, name).qualifiedName());
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        new TreeMap<>(byName).forEach((name, rate) -> json.set(name, rate.toJson()));
        return json;
    }

    public Rate of(Api api) {
        Rate ofService = byName.getOrDefault(api.service().prefix(), Rate.DEFAULT);
        return byName.getOrDefault(api.qualifiedName(), ofService);
    }
}
