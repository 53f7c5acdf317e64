package io.numberferry.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeriesTextTest {
    private static final Instant START = Instant.ofEpochSecond(1_000);

    @Test
    void aSeriesIsWidthFirstBucketAndCounts() {
        CallSeries series = at(0, 3, 0).plus(at(2, 2, 1));

        assertThat(SeriesText.of(series)).isEqualTo("1:1000:3,,2/1");
        assertThat(SeriesText.parse("1:1000:3,,2/1")).isEqualTo(series);
    }

    @Test
    void aLongSeriesIsShort() {
        CallSeries series = CallSeries.NONE;
        for (int second = 0; second < 900; second++) {
            series = series.plus(at(second, 50, 1));
        }

        assertThat(SeriesText.of(series)).hasSizeLessThan(2_500);
        assertThat(SeriesText.parse(SeriesText.of(series))).isEqualTo(series);
    }

    @Test
    void nothingIsASeries() {
        assertThat(SeriesText.parse(SeriesText.of(CallSeries.NONE))).isEqualTo(CallSeries.NONE);
    }

    @Test
    void anythingElseIsNone() {
        assertThatThrownBy(() -> SeriesText.parse("3,4")).isInstanceOf(IllegalArgumentException.class);
    }

    private static CallSeries at(int second, long sent, long throttled) {
        return CallSeries.of(START.plusSeconds(second), new CallCount(sent, throttled, 0));
    }
}
