package io.numberferry.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numberferry.domain.Item;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Rails;
import io.numberferry.domain.Row;
import io.numberferry.manifest.Table.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DuplicateFinderTest {
    private static final List<String> COLUMNS = List.of(
            "phone_number",
            "operation",
            "target",
            "flow",
            "description",
            "tags",
            "name",
            "force",
            "phone_number_id",
            "product_type",
            "calling_name");
    private static final ItemParser PARSER = new ItemParser(
            Header.of(COLUMNS),
            new JobSettings(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    JobSettings.OnRejection.CONTINUE,
                    true,
                    Optional.empty(),
                    Rails.standard().withForce(true)),
            new Home("us-west-2", Optional.empty()));

    static List<Case> files() {
        return Table.of("duplicates.csv");
    }

    /// `rows` are rows of a file, from line 2; `verdicts` has one word for each.
    @ParameterizedTest
    @MethodSource("files")
    void rowsOfAFileAreJudgedTogether(Case file) {
        List<Item> items = new ArrayList<>();
        file.text("rows").lines().forEach(row -> items.add(item(items.size() + 2, row)));
        DuplicateFinder finder = new DuplicateFinder();
        items.forEach(finder::add);
        assertThat(items.stream()
                        .map(finder::judge)
                        .map(DuplicateFinderTest::word)
                        .toList())
                .isEqualTo(file.text("verdicts").lines().toList());
    }

    @Test
    void manyNumbersStayApart() {
        DuplicateFinder finder = new DuplicateFinder();
        List<Item> items = IntStream.range(0, 20_000)
                .mapToObj(i -> item(i + 2, "+1%010d,describe".formatted(i / 2)))
                .toList();
        items.forEach(finder::add);
        assertThat(items)
                .allSatisfy(item -> assertThat(finder.judge(item))
                        .isEqualTo(
                                item.line() % 2 == 0
                                        ? new Verdict.Fresh(java.util.OptionalInt.empty())
                                        : new Verdict.DuplicateOf(item.line() - 1)));
    }

    @Test
    void manyRowsOnOneNumberTakeNoLongerThanOthers() {
        DuplicateFinder finder = new DuplicateFinder();
        List<Item> items = IntStream.range(0, 100_000)
                .mapToObj(i -> item(i + 2, "+12065550100,update,,,text %d".formatted(i)))
                .toList();
        items.forEach(finder::add);
        assertThat(finder.judge(items.getFirst())).isEqualTo(new Verdict.ConflictsWith(3));
        assertThat(finder.judge(items.getLast())).isEqualTo(new Verdict.ConflictsWith(2));
    }

    @Test
    void itemThatWasNotAddedIsABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DuplicateFinder().judge(item(4, "+12065550100,describe")))
                .withMessage("line 4 was not added");
    }

    private static Item item(int line, String row) {
        List<String> cells =
                List.of((row + ",".repeat(COLUMNS.size())).split(",", -1)).subList(0, COLUMNS.size());
        Parsed parsed = PARSER.parse(new Row(line, cells));
        assertThat(parsed).as(row).isInstanceOf(Parsed.Good.class);
        return ((Parsed.Good) parsed).item();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fresh fresh
            when fresh.after().isPresent() -> "after " + fresh.after().getAsInt();
            case Verdict.Fresh _ -> "fresh";
            case Verdict.DuplicateOf(int line) -> "duplicate of " + line;
            case Verdict.ConflictsWith(int line) -> "conflicts with " + line;
        };
    }
}
