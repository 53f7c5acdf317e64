package io.numberferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Quota;
import io.numberferry.domain.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizeTest {

    @ParameterizedTest
    @CsvSource({
        "2, CONNECT, 1200",
        "10, CONNECT, 6000",
        "50, CONNECT, 20000",
        "0.001, CONNECT, 1",
        "2, CHIME, 20000",
        "0.1, CHIME, 3000",
    })
    void aBatchTakesTenMinutesAndIsNeverTooLargeToHold(double rate, Service service, int rows) {
        assertThat(BatchSize.rows(new Quota(rate, 5), BatchSize.perCall(service)))
                .isEqualTo(rows);
    }
}
