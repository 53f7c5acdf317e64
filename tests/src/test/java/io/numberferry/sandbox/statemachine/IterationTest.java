package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.sandbox.statemachine.Iteration.ExecutionType;
import io.numberferry.sandbox.statemachine.Iteration.Mode.Distributed;
import io.numberferry.sandbox.statemachine.Iteration.Mode.Inline;
import io.numberferry.sandbox.statemachine.Iteration.Tolerance;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IterationTest {
    @ParameterizedTest
    @CsvSource({"0, 40, 10000", "1, 1, 1", "40, 40, 40", "41, 40, 41", "10001, 40, 10000"})
    void iterationsAtOnceAreThoseWantedUpToWhatTheModeAllows(int wanted, int inline, int distributed) {
        assertThat(new Inline().atOnce(wanted)).isEqualTo(inline);
        Tolerance none = new Tolerance(Optional.empty(), Optional.empty());
        assertThat(new Distributed("l", ExecutionType.STANDARD, none).atOnce(wanted))
                .isEqualTo(distributed);
    }
}
