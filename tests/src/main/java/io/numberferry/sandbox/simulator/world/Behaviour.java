package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/// How the services of a world behave.
///
/// @param callingNameSettlesAfter how long a calling name is UpdateInProgress; 72 hours at most on AWS
/// @param maxListSize how many numbers one associate or disassociate call of Chime takes
/// @param clientTokenLifetime how long a client token is remembered; empty for always
/// @param seed what chance is drawn from: latency and faults with a probability
public record Behaviour(
        Unlisted unlisted,
        Rates rates,
        Latency latency,
        Claims claims,
        Duration callingNameSettlesAfter,
        int maxListSize,
        Optional<Duration> clientTokenLifetime,
        long seed) {
    /// Not published. Twice what a careful client sends.
    private static final int DEFAULT_LIST_SIZE = 100;

    static Behaviour read(Fields in) {
        return new Behaviour(
                in.object("unlistedNumbers", Unlisted::read).orElse(Unlisted.PERMISSIVE),
                Rates.read(in, "rates"),
                in.object("latency", Latency::read).orElse(Latency.NONE),
                in.object("claim", Claims::read).orElse(Claims.DEFAULT),
                in.millis("callingNameSettlesAfterMs").orElse(Duration.ofSeconds(1)),
                in.count("maxListSize").orElse(DEFAULT_LIST_SIZE),
                in.millis("clientTokenLifetimeMs"),
                in.count("seed").orElse(1));
    }

    void addTo(ObjectNode json) {
        json.set("unlistedNumbers", unlisted.toJson());
        json.set("rates", rates.toJson());
        json.set("latency", latency.toJson());
        json.set("claim", claims.toJson());
        json.put("callingNameSettlesAfterMs", callingNameSettlesAfter.toMillis());
        json.put("maxListSize", maxListSize);
        clientTokenLifetime.ifPresent(time -> json.put("clientTokenLifetimeMs", time.toMillis()));
        json.put("seed", seed);
    }
}
