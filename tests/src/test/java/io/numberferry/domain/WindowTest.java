package io.numberferry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    private static Window window(String from, String to, String zone) {
        return new Window(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }

    /// In Berlin clocks go forward at 2026-03-29T01:00Z, from 02:00 to 03:00, and back at 2026-10-25T01:00Z.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            09:00 | 17:00 | UTC              | 2026-03-01T08:59:59Z | closed               | 2026-03-01T09:00:00Z
            09:00 | 17:00 | UTC              | 2026-03-01T09:00:00Z | 2026-03-01T17:00:00Z | 2026-03-02T09:00:00Z
            09:00 | 17:00 | UTC              | 2026-03-01T17:00:00Z | closed               | 2026-03-02T09:00:00Z
            22:00 | 06:00 | Europe/Berlin    | 2026-03-01T20:59:59Z | closed               | 2026-03-01T21:00:00Z
            22:00 | 06:00 | Europe/Berlin    | 2026-03-01T21:00:00Z | 2026-03-02T05:00:00Z | 2026-03-02T21:00:00Z
            22:00 | 06:00 | Europe/Berlin    | 2026-03-02T04:59:59Z | 2026-03-02T05:00:00Z | 2026-03-02T21:00:00Z
            22:00 | 06:00 | Europe/Berlin    | 2026-03-28T22:00:00Z | 2026-03-29T04:00:00Z | 2026-03-29T20:00:00Z
            22:00 | 06:00 | Europe/Berlin    | 2026-10-24T21:00:00Z | 2026-10-25T05:00:00Z | 2026-10-25T21:00:00Z
            02:30 | 04:00 | Europe/Berlin    | 2026-03-29T01:29:59Z | closed               | 2026-03-29T01:30:00Z
            02:30 | 04:00 | Europe/Berlin    | 2026-03-29T01:30:00Z | 2026-03-29T02:00:00Z | 2026-03-30T00:30:00Z
            02:30 | 04:00 | Europe/Berlin    | 2026-10-25T00:30:00Z | 2026-10-25T03:00:00Z | 2026-10-26T01:30:00Z
            02:30 | 03:15 | Europe/Berlin    | 2026-03-29T01:20:00Z | closed               | 2026-03-30T00:30:00Z
            23:00 | 00:00 | America/New_York | 2026-03-02T04:30:00Z | 2026-03-02T05:00:00Z | 2026-03-03T04:00:00Z
            """)
    void aWindowOpensAndClosesByTheClocksOfItsZone(
            String from, String to, String zone, Instant now, String closes, Instant opens) {
        Window window = window(from, to, zone);

        assertThat(window.closes(now).map(Instant::toString).orElse("closed")).isEqualTo(closes);
        assertThat(window.opens(now)).isEqualTo(opens);
    }

    @Test
    void aWindowThatEndsWhereItBeginsIsNone() {
        assertThatThrownBy(() -> window("22:00", "22:00", "UTC")).hasMessage("a window from 22:00 to 22:00 is none");
    }

    @Test
    void aWindowIsWrittenAsItIsRead() {
        assertThat(window("22:00", "06:00", "Europe/Berlin")).hasToString("22:00-06:00 Europe/Berlin");
    }
}
