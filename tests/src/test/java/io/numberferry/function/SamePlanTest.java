package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Row;
import io.numberferry.domain.Settled;
import io.numberferry.manifest.Home;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.ManifestReader;
import io.numberferry.plan.Flows;
import io.numberferry.plan.Inventory;
import io.numberferry.plan.Planned;
import io.numberferry.plan.Planner;
import io.numberferry.plan.Targets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same sheet, saved in another way, must give the same plan. A failure names its seed.
class SamePlanTest {
    private static final int WAYS = 12;
    private static final Survey.RowLimit NO_LIMIT = new Survey.RowLimit("a.csv", Integer.MAX_VALUE);
    private static final Home HOME = new Home("us-west-2", Optional.of("111122223333"));
    private static final JobSettings SETTINGS =
            new JobSettings(Optional.empty(), Optional.empty(), false, OnRejection.CONTINUE, true, Optional.empty());

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howASheetIsSavedChangesNothingInThePlan(int seed) throws IOException {
        Random random = new Random(seed);
        Sheet sheet = Sheet.of(random);
        List<String> plan = plan(Sheet.Saving.PLAIN.bytes(sheet));
        assertThat(plan).hasSize(sheet.rows().size());
        for (int way = 0; way < WAYS; way++) {
            Sheet.Saving saving = Sheet.Saving.of(random);
            assertThat(plan(saving.bytes(sheet))).as(saving.toString()).isEqualTo(plan);
        }
    }

    private static List<String> plan(byte[] file) throws IOException {
        Planner planner = new Planner(
                "us-west-2", new Inventory(Map.of(), Map.of()), new Targets(Map.of()), new Flows(Map.of(), Map.of()));
        try (ManifestReader first = open(file);
                ManifestReader second = open(file)) {
            ItemParser parser = new ItemParser(first.header(), SETTINGS, HOME);
            RowDecider decider = new RowDecider(parser, Survey.of(first, parser, NO_LIMIT), planner, SETTINGS, 0);
            List<String> plan = new ArrayList<>();
            second.rows().forEachRemaining(row -> plan.add(words(decider.decide(row), second)));
            return plan;
        }
    }

    private static ManifestReader open(byte[] file) {
        return ManifestReader.open("a.csv", new ByteArrayInputStream(file));
    }

    /// All that is planned for a row. Its cells are named by their columns, for these may change places.
    private static String words(Planned planned, ManifestReader reader) {
        return switch (planned) {
            case Planned.ToDo(var lane, PlannedItem item) ->
                "%s %s %s after %s %s"
                        .formatted(
                                lane,
                                item.item().number().e164(),
                                item.item(),
                                item.after(),
                                cells(item.row(), reader));
            case Planned.Held(PlannedItem _, Settled settled) -> words(settled, reader);
            case Planned.Done(Settled settled) -> words(settled, reader);
        };
    }

    private static String words(Settled settled, ManifestReader reader) {
        return "%s %s %s".formatted(settled.item(), settled.outcome(), cells(settled.row(), reader));
    }

    private static String cells(Row row, ManifestReader reader) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.put(reader.header().names().get(i), row.cells().get(i));
        }
        return row.line() + " " + cells;
    }
}
