package io.numberferry.report;

import io.numberferry.domain.AddedColumns;
import io.numberferry.domain.Row;
import io.numberferry.domain.SafeCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A manifest's own columns, without [AddedColumns].
///
/// Every cell is what was read, but for the apostrophe in front of text that would start a formula: people look at
/// these files in a spreadsheet, too, and a manifest is read without it.
///
/// @param names as the file spells them, in its order
record OwnColumns(List<String> names) {
    static OwnColumns of(List<String> header) {
        return new OwnColumns(header.subList(0, AddedColumns.own(header)));
    }

    /// A header record.
    List<String> header() {
        return SafeCell.of(names);
    }

    /// The record of a row, filled up with empty cells.
    List<String> cells(Row row) {
        int given = Math.min(row.cells().size(), names.size());
        List<String> cells = new ArrayList<>(SafeCell.of(row.cells().subList(0, given)));
        cells.addAll(Collections.nCopies(names.size() - given, ""));
        return cells;
    }

    List<String> blank() {
        return Collections.nCopies(names.size(), "");
    }
}
