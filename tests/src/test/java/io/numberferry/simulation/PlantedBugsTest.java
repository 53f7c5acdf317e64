package io.numberferry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The simulation catches the bugs that it is there for.
class PlantedBugsTest {
    private static final int SEEDS = 1_000;

    @ParameterizedTest
    @EnumSource
    void isCaught(Plants plant) {
        Optional<Seeds.Finding> finding =
                Seeds.search(LongStream.rangeClosed(1, SEEDS).boxed().toList(), plant);

        assertThat(finding).as(plant + " within " + SEEDS + " seeds").isPresent();
        assertThat(finding.orElseThrow().ended().violation().orElseThrow()).containsPattern(plant.shows());
    }
}
