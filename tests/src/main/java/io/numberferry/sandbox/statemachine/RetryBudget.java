package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.Recovery.JitterStrategy;
import io.numberferry.sandbox.statemachine.Recovery.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Which retriers of a state have how many retries left, during one visit. Used by one thread.
final class RetryBudget {
    private final List<Retrier> retriers;
    private final int[] used;
    private final RandomGenerator random;

    RetryBudget(List<Retrier> retriers, RandomGenerator random) {
        this.retriers = retriers;
        this.used = new int[retriers.size()];
        this.random = random;
    }

    /// Takes one retry from the first retrier that names the error.
    ///
    /// @return how long to wait before it; nothing when there is no such retrier, or it has none left
    Optional<Duration> delayAfter(ErrorOutput errorOutput) {
        for (int index = 0; index < used.length; index++) {
            Retrier retrier = retriers.get(index);
            if (ErrorNames.matches(retrier.errorEquals(), errorOutput.error())) {
                return used[index] < retrier.maxAttempts()
                        ? Optional.of(delay(retrier, used[index]++))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Duration delay(Retrier retrier, int before) {
        double seconds = retrier.interval().toSeconds() * Math.pow(retrier.backoffRate(), before);
        double capped =
                Math.min(seconds, retrier.maxDelay().map(Duration::toSeconds).orElse(Long.MAX_VALUE / 1_000_000_000L));
        double drawn = retrier.jitter() == JitterStrategy.FULL ? capped * random.nextDouble() : capped;
        return Duration.ofNanos((long) (drawn * 1_000_000_000.0));
    }
}
