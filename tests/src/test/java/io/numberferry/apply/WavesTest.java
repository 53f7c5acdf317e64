package io.numberferry.apply;

import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.PlannedItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class WavesTest {
    private static final PlannedItem TWO = row(2, claim(OREGON));
    private static final PlannedItem THREE = row(3, claim(OREGON));

    @Test
    void rowsThatBuildOnNothingGoTogether() {
        assertThat(Waves.of(List.of(TWO, THREE))).containsExactly(List.of(TWO, THREE));
    }

    @Test
    void aRowComesAfterTheOneItBuildsOn() {
        PlannedItem four = after(2, row(4, claim(OREGON)));
        PlannedItem five = after(4, row(5, claim(OREGON)));

        assertThat(Waves.of(List.of(TWO, THREE, four, five)))
                .containsExactly(List.of(TWO, THREE), List.of(four), List.of(five));
    }

    @Test
    void aRowThatBuildsOnOneThatIsNotHereGoesFirst() {
        PlannedItem four = after(2, row(4, claim(OREGON)));

        assertThat(Waves.of(List.of(THREE, four))).containsExactly(List.of(THREE, four));
    }

    @Test
    void withoutRowsThereIsNoWave() {
        assertThat(Waves.of(List.of())).isEmpty();
    }
}
