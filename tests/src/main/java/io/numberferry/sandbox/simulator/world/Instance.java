package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;

/// A Connect instance.
///
/// @param alias another name by which a world file may call it
/// @param status `ACTIVE`, or what else DescribeInstance can say; only an active one takes numbers
/// @param numberQuota how many numbers it can hold; a claim beyond that ends FAILED
public record Instance(String id, String alias, String status, int numberQuota) {
    /// "Phone numbers per instance", Amazon Connect service quotas, read 2026-11.
    private static final int DEFAULT_NUMBER_QUOTA = 5;

    static Instance read(Fields in) {
        String id = in.required("id");
        return in.end(new Instance(
                id,
                in.text("alias").orElse("instance-" + id.substring(0, Math.min(8, id.length()))),
                in.text("status").orElse("ACTIVE"),
                in.count("numberQuota").orElse(DEFAULT_NUMBER_QUOTA)));
    }

    ObjectNode toJson() {
        return Json.object()
                .put("id", id)
                .put("alias", alias)
                .put("status", status)
                .put("numberQuota", numberQuota);
    }

    public boolean active() {
        return status.equals("ACTIVE");
    }
}
