package io.numberferry.aws.storage;

import io.numberferry.domain.Item;
import io.numberferry.domain.Row;
import io.numberferry.domain.Settled;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A line of the file of settled rows.
///
/// @param line the row's 1-based line in the manifest
record SettledLine(int line, List<String> cells, OutcomeLine outcome) {

    static SettledLine of(Settled settled) {
        return new SettledLine(settled.row().line(), settled.row().cells(), OutcomeLine.of(settled.outcome()));
    }

    Settled settled(Function<Row, Optional<Item>> parser) {
        Row row = new Row(line, cells);
        return new Settled(row, parser.apply(row), outcome.outcome());
    }
}
