package io.numberferry.sandbox.simulator.world;

import io.numberferry.sandbox.simulator.wire.Api;
import java.util.List;

/// Finds the APIs that a world file names.
final class ApiField {
    private ApiField() {}

    /// The one API that a name means.
    static Api of(Fields in, String field, String name) {
        List<Api> apis = Api.named(name);
        return switch (apis.size()) {
            case 0 -> throw unknown(in, field, name);
            case 1 -> apis.getFirst();
            default ->
                throw in.wrong(
                        field,
                        "says " + name + ", which is more than one operation",
                        "qualify it, as in " + apis.getFirst().qualifiedName());
        };
    }

    /// All APIs that a name means; `connect:*`, `chime:*` and `*` mean several.
    static List<Api> all(Fields in, String field, String name) {
        return name.endsWith("*") && !Api.named(name).isEmpty() ? Api.named(name) : List.of(of(in, field, name));
    }

    private static WorldException unknown(Fields in, String field, String name) {
        return in.wrong(
                field, "says " + name + ", which is not simulated", "docs/SIMULATOR.md lists the operations that are");
    }
}
