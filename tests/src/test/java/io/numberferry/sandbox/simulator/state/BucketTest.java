package io.numberferry.sandbox.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.sandbox.simulator.world.Rate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private final Bucket bucket = new Bucket(new Rate(2, 5), START);

    private int takenAt(long millis) {
        int taken = 0;
        while (bucket.take(START.plusMillis(millis))) {
            taken++;
        }
        return taken;
    }

    @Test
    void bucketIsFullAtTheStartAndRefillsContinuously() {
        assertThat(takenAt(0)).isEqualTo(5);
        assertThat(takenAt(499)).isZero();
        assertThat(takenAt(500)).isEqualTo(1);
        assertThat(takenAt(1_750)).isEqualTo(2);
        assertThat(takenAt(2_000)).isEqualTo(1);
    }

    @Test
    void refusedCallsCostNothing() {
        assertThat(takenAt(0)).isEqualTo(5);
        for (int millis = 1; millis < 500; millis++) {
            assertThat(bucket.take(START.plusMillis(millis))).isFalse();
        }
        assertThat(bucket.take(START.plusMillis(500))).isTrue();
    }

    @Test
    void bucketNeverHoldsMoreThanItsBurst() {
        assertThat(takenAt(3_600_000)).isEqualTo(5);
    }

    @Test
    void clockThatStepsBackRefillsNothing() {
        assertThat(takenAt(1_000)).isEqualTo(5);
        assertThat(takenAt(0)).isZero();
        assertThat(takenAt(500)).isEqualTo(1);
    }
}
