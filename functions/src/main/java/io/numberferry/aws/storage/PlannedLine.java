package io.numberferry.aws.storage;

import io.numberferry.domain.Item;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// A line of a batch's file. The item itself is not stored: it is parsed again from the cells.
///
/// @param line the row's 1-based line in the manifest
/// @param after the line of the earlier row that must end well first
record PlannedLine(
        int line, List<String> cells, Optional<String> flowId, Optional<Integer> after, StandingLine standing) {

    static PlannedLine of(PlannedItem planned) {
        Optional<Integer> after =
                planned.after().isPresent() ? Optional.of(planned.after().getAsInt()) : Optional.empty();
        return new PlannedLine(
                planned.line(), planned.row().cells(), planned.flowId(), after, StandingLine.of(planned.standing()));
    }

    /// @throws IllegalStateException when the row no longer parses: the plan was made by other rules than
    ///     ours
    PlannedItem planned(Function<Row, Optional<Item>> parser) {
        Row row = new Row(line, cells);
        Item item = parser.apply(row)
                .orElseThrow(() -> new IllegalStateException(
                        "line %d was planned, but is refused now; plan the job again".formatted(line)));
        OptionalInt earlier = after.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return new PlannedItem(row, item, standing.standing(), flowId, earlier);
    }
}
