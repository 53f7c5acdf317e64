package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;

/// How often one API may be called.
///
/// @param perSecond permits that come back each second
/// @param burst permits there are at most, and at the start
public record Rate(double perSecond, double burst) {
    /// What Amazon Connect allows each of its number operations ("Connect Customer service quotas", 2026).
    /// Chime SDK Voice publishes no rate; the same is taken for it.
    static final Rate DEFAULT = new Rate(2, 5);

    static Rate read(Fields in) {
        return in.end(new Rate(
                in.number("perSecond").orElse(DEFAULT.perSecond),
                in.number("burst").orElse(DEFAULT.burst)));
    }

    ObjectNode toJson() {
        return Json.object().put("perSecond", perSecond).put("burst", burst);
    }

    /// Multiplies both. A burst that let calls through still lets one through.
    public Rate times(double scale) {
        return new Rate(perSecond * scale, Math.max(Math.min(1, burst), burst * scale));
    }
}
