package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long answers take. Both spreads are uniform.
///
/// @param mean of an answer that is not a throttling one
/// @param jitter by how much that is more or less
/// @param network up to how much passes before a call reaches its quota
/// @param throttled how long a throttling answer takes
public record Latency(Duration mean, Duration jitter, Duration network, Duration throttled) {
    static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    static Latency read(Fields in) {
        return in.end(new Latency(
                in.millis("meanMs").orElse(Duration.ZERO),
                in.millis("jitterMs").orElse(Duration.ZERO),
                in.millis("networkMs").orElse(Duration.ZERO),
                in.millis("throttledMs").orElse(Duration.ZERO)));
    }

    ObjectNode toJson() {
        return Json.object()
                .put("meanMs", mean.toMillis())
                .put("jitterMs", jitter.toMillis())
                .put("networkMs", network.toMillis())
                .put("throttledMs", throttled.toMillis());
    }

    /// The time of one answer, never less than none.
    public Duration answer(RandomGenerator random) {
        Duration time = mean.minus(jitter).plus(upTo(jitter.multipliedBy(2), random));
        return time.isNegative() ? Duration.ZERO : time;
    }

    /// The time of one way through the network.
    public Duration arrival(RandomGenerator random) {
        return upTo(network, random);
    }

    private static Duration upTo(Duration most, RandomGenerator random) {
        return Duration.ofNanos(most.isZero() ? 0 : random.nextLong(most.toNanos()));
    }
}
