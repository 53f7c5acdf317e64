package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadwayTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Headway headway = new Headway(1_000);

    @Test
    void beforeTheFirstRowEndsNothingIsGuessed() {
        seen(0, 0);
        seen(5, 0);

        assertThat(headway.sentence(Optional.empty())).isEqualTo("0 of 1000 rows");
    }

    @Test
    void thePaceTellsTheTimeThatIsLeft() {
        seen(0, 0);
        seen(5, 250);

        assertThat(headway.sentence(Optional.of(3L))).isEqualTo("250 of 1000 rows, 50.0/s, 15 s left, 3 throttled");
    }

    @Test
    void onlyTheLastTenSecondsCount() {
        seen(0, 0);
        seen(10, 500);
        seen(20, 510);

        assertThat(headway.sentence(Optional.empty())).isEqualTo("510 of 1000 rows, 1.0/s, 8 min left");
    }

    @Test
    void longTimesAreTakenInHours() {
        Headway slow = new Headway(20_000);
        slow.seen(START, 0);
        slow.seen(START.plusSeconds(10), 20);

        assertThat(slow.sentence(Optional.empty())).isEqualTo("20 of 20000 rows, 2.0/s, 2 h 47 min left");
    }

    @Test
    void nothingIsLeftWhenAllHaveEnded() {
        seen(0, 900);
        seen(2, 1_000);

        assertThat(headway.sentence(Optional.of(0L))).isEqualTo("1000 of 1000 rows, 50.0/s, 0 s left, 0 throttled");
    }

    @Test
    void besideABarTheRowsAreLeftOut() {
        seen(0, 0);
        assertThat(headway.pace(Optional.empty())).isEmpty();

        seen(5, 250);
        assertThat(headway.pace(Optional.of(0L))).isEqualTo("50.0/s, 15 s left, 0 throttled");
    }

    private void seen(int second, int done) {
        headway.seen(START.plusSeconds(second), done);
    }
}
