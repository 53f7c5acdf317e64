package io.numberferry.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20));
    private final Random random = new Random(1);

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 2000", "3, 4000", "5, 16000", "6, 20000", "7, 20000", "1000, 20000"})
    void delaysAreSpreadFromNothingToACeilingThatDoubles(int attempt, long ceilingMillis) {
        long[] delays = IntStream.range(0, 10_000)
                .mapToLong(_ -> backoff.delay(attempt, random).toMillis())
                .sorted()
                .toArray();

        assertThat(delays[0]).isBetween(0L, ceilingMillis / 50);
        assertThat(delays[5_000]).isBetween(ceilingMillis * 45 / 100, ceilingMillis * 55 / 100);
        assertThat(delays[9_999]).isBetween(ceilingMillis * 49 / 50, ceilingMillis);
    }
}
