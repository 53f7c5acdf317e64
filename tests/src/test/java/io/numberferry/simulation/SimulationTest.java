package io.numberferry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.SmallJvm;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Whole jobs in bad weather, one small world a seed: whatever goes wrong, no row takes effect twice, none is lost,
/// and the report tells the truth. `-Dsim.seeds=N` runs more seeds, `-Dsim.seed=S` begins with another.
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("sim.seeds", 5_000);
    private static final long FIRST = Long.getLong("sim.seed", 1);

    @Test
    void seedsThatOnceBrokeAPromiseKeepIt() {
        assertKept(Seeds.kept());
    }

    @Test
    void everySeedKeepsEveryPromise() {
        assertKept(LongStream.range(FIRST, FIRST + SEEDS).boxed().toList());
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        for (long seed = 1; seed <= 20; seed++) {
            JobSimulation.Ended first = JobSimulation.run(seed, Weather.of(seed), Plant.NONE);
            JobSimulation.Ended second = JobSimulation.run(seed, Weather.of(seed), Plant.NONE);
            assertThat(second).as("seed " + seed).isEqualTo(first);
        }
    }

    @Test
    void theSameSeedGivesTheSameTraceInAnotherProcess() throws IOException, InterruptedException {
        assertThat(SmallJvm.run(Replay.class)).isEqualTo(Replay.hashes());
    }

    private static void assertKept(List<Long> seeds) {
        Optional<Seeds.Finding> finding = Seeds.search(seeds, Plant.NONE);
        assertThat(finding.map(Seeds::least).map(Seeds.Finding::told)).isEmpty();
    }
}
