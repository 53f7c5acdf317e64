package io.numberferry.report;

import io.numberferry.domain.Item;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Row;
import io.numberferry.domain.Settled;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One row with what became of it.
///
/// @param item what the row asked for; empty when it did not parse
/// @param planned what the plan knew before anything was sent; empty for a row that was settled without
///     a call
public record ReportRow(Row row, Optional<Item> item, Optional<PlannedItem> planned, Outcome outcome) {

    /// A row that was finished before any write.
    public static ReportRow of(Settled settled) {
        return new ReportRow(settled.row(), settled.item(), Optional.empty(), settled.outcome());
    }

    /// A row that a worker was given, or would have been given.
    public static ReportRow of(PlannedItem planned, Outcome outcome) {
        return new ReportRow(planned.row(), Optional.of(planned.item()), Optional.of(planned), outcome);
    }

    /// What became of the row, and what was noticed when it was read; empty when there is nothing to say.
    String message() {
        Stream<String> notes = item.stream().flatMap(read -> read.notes().stream());
        return Stream.concat(Stream.of(outcome.message()).filter(text -> !text.isEmpty()), notes)
                .collect(Collectors.joining("; "));
    }

    int line() {
        return row.line();
    }
}
