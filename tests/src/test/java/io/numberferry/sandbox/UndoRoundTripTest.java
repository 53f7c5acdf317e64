package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a file did that has a way back, its `undo.csv` takes back, whatever the account held before.
class UndoRoundTripTest {
    private static final int WORLDS = 2;
    private static final int FILES = 4;

    @TempDir
    private Path folder;

    @Test
    void whatAFileDidIsTakenBackAndCanBeDoneAgain() throws IOException, InterruptedException {
        for (long seed = 1; seed <= WORLDS; seed++) {
            RandomAccount account = new RandomAccount(seed);
            try (Bench bench = new Bench(folder, account.world())) {
                for (int file = 1; file <= FILES; file++) {
                    roundTrip(bench, account.manifest(), "seed " + seed + ", file " + file);
                }
            }
        }
    }

    private void roundTrip(Bench bench, String manifest, String which) throws IOException, InterruptedException {
        SortedMap<String, String> before = RandomAccount.seen(bench.simulator().world());
        Bench.Ended done = bench.run(manifest, Map.of());
        SortedMap<String, String> after = RandomAccount.seen(bench.simulator().world());
        assertThat(done.writes()).as(which).isPositive();

        Bench.Ended undone = bench.run(done.undo(), Map.of());
        assertThat(RandomAccount.seen(bench.simulator().world())).as(which).isEqualTo(before);
        assertThat(undone.report()).as(which).allSatisfy(UndoRoundTripTest::isGood);

        bench.run(manifest, Map.of());
        assertThat(RandomAccount.seen(bench.simulator().world())).as(which).isEqualTo(after);
        bench.run(done.undo(), Map.of());
    }

    private static void isGood(NamedCsvRecord row) {
        assertThat(List.of("SUCCEEDED", "UNCHANGED", "DUPLICATE")).contains(row.getField("outcome"));
    }
}
