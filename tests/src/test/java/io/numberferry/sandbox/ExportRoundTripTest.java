package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An export asks for the account as it is, whatever the account holds, and an edited one for exactly what was
/// edited.
class ExportRoundTripTest {
    private static final int WORLDS = 2;
    private static final int FILES = 2;

    @TempDir
    private Path folder;

    @Test
    void anExportThatIsRunAsItIsChangesNothing() throws IOException, InterruptedException {
        for (long seed = 1; seed <= WORLDS; seed++) {
            RandomAccount account = new RandomAccount(seed).ringingArchivedFlows();
            try (Bench bench = new Bench(folder, account.world())) {
                for (int file = 1; file <= FILES; file++) {
                    changesNothing(bench, "seed " + seed + ", file " + file);
                    bench.run(account.manifest(), Map.of("allow-force", "true"));
                }
                changesNothing(bench, "seed " + seed + ", at the end");
            }
        }
    }

    private static void changesNothing(Bench bench, String which) throws IOException, InterruptedException {
        SortedMap<String, String> before = RandomAccount.seen(bench.simulator().world());
        String export = bench.export();
        Bench.Ended ended = bench.run(export, Map.of());

        assertThat(ended.report())
                .as(which)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getField("outcome")).isEqualTo("UNCHANGED"));
        assertThat(ended.writes()).as(which).isZero();
        assertThat(RandomAccount.seen(bench.simulator().world())).as(which).isEqualTo(before);
        assertThat(before.keySet()).as(which).allMatch(export::contains);
    }

    /// A row that is edited is one call, wherever it stands among the rows of its number.
    @Test
    void anEditedExportChangesWhatWasEditedAndNothingElse() throws IOException, InterruptedException {
        RandomAccount account = new RandomAccount(WORLDS + 1).ringingArchivedFlows();
        try (Bench bench = new Bench(folder, account.world())) {
            SortedMap<String, String> before =
                    RandomAccount.seen(bench.simulator().world());
            Edited edited = new Edited(bench.export());
            String renamed = edited.set("update", "name", "Lighthouse");
            String described = edited.set("update", "description", "Night desk");
            String tagged = edited.set("update", "tags", "CLEAR");
            String routed = edited.set("move", "flow", "After hours");
            Bench.Ended ended = bench.run(edited.text(), Map.of());
            SortedMap<String, String> after =
                    RandomAccount.seen(bench.simulator().world());

            assertThat(ended.report())
                    .hasSameSizeAs(edited.rows())
                    .allSatisfy(row -> assertThat(row.getField("outcome")).isIn("UNCHANGED", "SUCCEEDED"));
            assertThat(before.keySet().stream()
                            .filter(number -> !Objects.equals(before.get(number), after.get(number))))
                    .containsExactlyInAnyOrder(renamed, described, tagged, routed);
            assertThat(after.get(renamed)).contains("Lighthouse");
            assertThat(after.get(described)).contains("Night desk");
            assertThat(after.get(tagged)).doesNotContain("team=");
            assertThat(ended.writes()).isEqualTo(4);
        }
    }

    /// An export as somebody edits it: one cell of a number that no other edit concerns.
    private static final class Edited {
        private final List<List<String>> rows;
        private final Set<String> numbers = new HashSet<>();

        Edited(String export) throws IOException {
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(export)) {
                rows = reader.stream()
                        .<List<String>>map(row -> new ArrayList<>(row.getFields()))
                        .toList();
            }
        }

        /// Without the header.
        List<List<String>> rows() {
            return rows.subList(1, rows.size());
        }

        /// @return the number
        String set(String operation, String column, String value) {
            int at = rows.getFirst().indexOf(column);
            List<String> row = rows.stream()
                    .filter(cells -> cells.get(1).equals(operation)
                            && (operation.equals("move") == cells.get(at).isEmpty())
                            && numbers.add(cells.getFirst()))
                    .findFirst()
                    .orElseThrow();
            row.set(at, value);
            return row.getFirst();
        }

        String text() throws IOException {
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                rows.forEach(csv::writeRecord);
            }
            return text.toString();
        }
    }
}
