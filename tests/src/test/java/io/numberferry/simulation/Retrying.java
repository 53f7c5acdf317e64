package io.numberferry.simulation;

import io.numberferry.domain.JobId;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/// Calls functions again as the Retry of a Task does.
record Retrying(VirtualTime time, Lambda lambda, Random random) {
    /// Of every function but the plan's.
    static final int RETRIES = 8;

    /// @param answer empty when it was given up, or the execution ended meanwhile
    /// @param error why it was given up
    record Outcome<T>(Optional<T> answer, Optional<String> error) {}

    /// @param longer whether the execution runs
    <T> Outcome<T> task(JobId job, String name, int retries, Lambda.Function<T> function, BooleanSupplier longer)
            throws InterruptedException {
        for (int attempt = 0; longer.getAsBoolean(); attempt++) {
            switch (lambda.invoke(job, name, function)) {
                case Lambda.Done<T>(T answer) -> {
                    return new Outcome<>(Optional.of(answer), Optional.empty());
                }
                case Lambda.Failed<T>(String why, boolean again) -> {
                    if (!again || attempt == retries) {
                        return new Outcome<>(Optional.empty(), Optional.of(why));
                    }
                    time.pass(Duration.ofMillis(random.nextLong(Math.min(60_000, 2_000L << attempt))));
                }
            }
        }
        return new Outcome<>(Optional.empty(), Optional.empty());
    }
}
