package io.numberferry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.CallSeries.Bucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallSeriesTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void callsOfOneSecondShareABucket() {
        CallSeries series = at(0).plus(throttledAt(0)).plus(at(1));

        assertThat(series.seconds()).isEqualTo(1);
        assertThat(series.buckets().values()).containsExactly(new Bucket(2, 1), new Bucket(1, 0));
        assertThat(series.start(series.buckets().firstKey())).isEqualTo(START);
        assertThat(series.highestRate()).isEqualTo(2);
    }

    @Test
    void bucketsWidenSoThatThereAreNeverMany() {
        CallSeries series = CallSeries.NONE;
        for (int second = 0; second < 30 * 86_400; second += 997) {
            series = series.plus(at(second));
            assertThat(series.span()).isLessThanOrEqualTo(CallSeries.MOST);
        }

        assertThat(series.seconds()).isEqualTo(16_384);
        assertThat(sent(series)).isEqualTo(30 * 86_400 / 997 + 1);
    }

    @Test
    void theOrderInWhichWorkersAreAddedDoesNotMatter() {
        Random random = new Random(7);
        List<CallSeries> calls = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            calls.add(random.nextInt(10) == 0 ? throttledAt(random.nextInt(5_000)) : at(random.nextInt(5_000)));
        }
        CallSeries inOrder = calls.stream().reduce(CallSeries.NONE, CallSeries::plus);
        Collections.shuffle(calls, random);
        CallSeries left = calls.subList(0, 200).stream().reduce(CallSeries.NONE, CallSeries::plus);
        CallSeries right = calls.subList(200, 500).stream().reduce(CallSeries.NONE, CallSeries::plus);

        assertThat(right.plus(left)).isEqualTo(inOrder);
        assertThat(sent(inOrder)).isEqualTo(500);
    }

    @Test
    void nothingAddsNothing() {
        assertThat(CallSeries.NONE.plus(CallSeries.NONE).isEmpty()).isTrue();
        assertThat(CallSeries.NONE.plus(at(3))).isEqualTo(at(3));
        assertThat(CallSeries.NONE.highestRate()).isZero();
        assertThat(CallSeries.NONE.buckets()).isEqualTo(Map.of());
    }

    private static long sent(CallSeries series) {
        return series.buckets().values().stream().mapToLong(Bucket::sent).sum();
    }

    private static CallSeries at(int second) {
        return CallSeries.of(START.plusSeconds(second), new CallCount(1, 0, 0));
    }

    private static CallSeries throttledAt(int second) {
        return CallSeries.of(START.plusSeconds(second), new CallCount(1, 1, 0));
    }
}
