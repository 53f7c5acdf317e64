package io.numberferry.sandbox.statemachine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a state does about errors: the first retrier that names the error, and after it the first such
/// catcher.
record Recovery(List<Retrier> retriers, List<Catcher> catchers) {
    Recovery {
        retriers = List.copyOf(retriers);
        catchers = List.copyOf(catchers);
    }

    /// @param maxAttempts retries after the first attempt; 0 means never
    /// @param backoffRate what the interval is multiplied by after each retry, at least 1
    record Retrier(
            List<String> errorEquals,
            int maxAttempts,
            Duration interval,
            double backoffRate,
            Optional<Duration> maxDelay,
            JitterStrategy jitter) {
        Retrier {
            errorEquals = List.copyOf(errorEquals);
        }
    }

    enum JitterStrategy {
        /// A delay drawn evenly from nothing to the whole of it.
        FULL,
        NONE
    }

    record Catcher(List<String> errorEquals, Effects effects, String next) {
        Catcher {
            errorEquals = List.copyOf(errorEquals);
        }
    }
}
