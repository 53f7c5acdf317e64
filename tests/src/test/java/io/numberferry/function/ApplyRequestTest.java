package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What goes round between the workers of a batch.
class ApplyRequestTest {
    private static final ApplyRequest FIRST = new ApplyRequest(
            "0123456789abcdef0123456789abcdef", "connect-us-west-2", 3, 10, "key", 0, null, null, null);

    @Test
    void aWorkerThatEndsARowIsNotIdle() {
        assertThat(FIRST.with(10).with(9).with(8).idle()).isNull();
    }

    @Test
    void workersThatEndNoRowAreCountedUntilOneDoes() {
        ApplyRequest idle = FIRST.with(10).with(10).with(10);

        assertThat(idle.idle()).isEqualTo(2);
        assertThat(idle.with(9).idle()).isNull();
        assertThat(FIRST.with(0).with(0).idle()).isNull();
    }

    @Test
    void aClosedWindowDoesNotCount() {
        assertThat(FIRST.with(10).with(10, Instant.EPOCH).idle()).isNull();
    }

    @Test
    void aBatchThatAHundredWorkersLeaveAsItIsIsGivenUp() {
        ApplyRequest batch = FIRST.with(10);
        for (int worker = 1; worker < 100; worker++) {
            batch = batch.with(10).requireProgress();
        }
        ApplyRequest last = batch.with(10);

        assertThatThrownBy(last::requireProgress)
                .isInstanceOf(NoProgressException.class)
                .hasMessage(
                        "100 workers in a row ended none of the 10 rows that are left of batch 3 of connect-us-west-2;"
                                + " it is given up.");
    }
}
