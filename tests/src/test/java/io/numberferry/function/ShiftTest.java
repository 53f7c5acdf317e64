package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Window;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShiftTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant DEADLINE = NOON.plusSeconds(900);

    private static Shift until(String to) {
        Window window = new Window(LocalTime.parse("11:00"), LocalTime.parse(to), ZoneOffset.UTC);
        return new Shift(Optional.of(window), DEADLINE);
    }

    @Test
    void withoutAWindowAWorkerHasItsOwnTime() {
        Shift shift = new Shift(Optional.empty(), DEADLINE);

        assertThat(shift.end(NOON)).isEqualTo(DEADLINE);
        assertThat(shift.resumption(NOON)).isEmpty();
    }

    @Test
    void theWindowsEndIsADeadline() {
        assertThat(until("12:05").end(NOON)).isEqualTo(NOON.plusSeconds(300));
        assertThat(until("12:05").resumption(NOON)).isEmpty();
    }

    @Test
    void aWindowThatIsOpenLongerDoesNotLengthenAWorkersTime() {
        assertThat(until("18:00").end(NOON)).isEqualTo(DEADLINE);
    }

    @Test
    void outsideTheWindowTheNextWorkerBeginsWhenItOpens() {
        assertThat(until("12:00").resumption(NOON)).contains(Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Test
    void whatIsLeftOfAWindowMustBeEnoughForARow() {
        assertThat(until("12:01").resumption(NOON.plusSeconds(39))).isEmpty();
        assertThat(until("12:01").resumption(NOON.plusSeconds(40))).contains(Instant.parse("2026-03-02T11:00:00Z"));
    }
}
