package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureThresholdTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    # failed, total, count, percentage, exceeded
                    0,  3,  0,       0,    false
                    1,  3,  0,       0,    true
                    1,  3,  1,       0,    false
                    2,  3,  1,       0,    true
                    1,  3,  0,      50,    false
                    2,  3,  0,      50,    true
                    1,  4,  0,      25,    false
                    1,  4,  0,      24.9,  true
                    3,  3,  0,      100,   false
                    3,  3,  1,      100,   true
                    2,  3,  5,      50,    true
                    """)
    void thresholdIsExceeded(int failed, int total, long count, double percentage, boolean exceeded) {
        assertThat(new FailureThreshold(count, percentage).exceededBy(new MapRunCounts(total, 0, 0, failed)))
                .isEqualTo(exceeded);
    }
}
