package io.numberferry.simulation;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import io.numberferry.throttle.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Counts the calls of each API in a sliding window.
///
/// @param spare how many more than the quota's may be in a window
record Rates(Quotas quotas, int spare, Map<Api, Deque<Instant>> sent) {
    private static final Duration WINDOW = Duration.ofSeconds(20);

    Rates(Quotas quotas, int spare) {
        this(quotas, spare, new EnumMap<>(Api.class));
    }

    /// @return what is wrong with a call at this time
    Optional<String> sent(Api api, Instant now) {
        Deque<Instant> times = sent.computeIfAbsent(api, _ -> new ArrayDeque<>());
        times.add(now);
        while (times.getFirst().isBefore(now.minus(WINDOW))) {
            times.removeFirst();
        }
        Quota quota = quotas.of(api);
        double most = quota.burst() + quota.ratePerSecond() * WINDOW.toSeconds() + spare;
        return times.size() > most
                ? Optional.of("%d calls of %s in %s".formatted(times.size(), api, WINDOW))
                : Optional.empty();
    }
}
