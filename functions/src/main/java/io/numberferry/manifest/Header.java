package io.numberferry.manifest;

import io.numberferry.domain.Row;
import io.numberferry.domain.SafeCell;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The header of a manifest: which of its columns means what. Immutable.
public final class Header {
    private final List<String> names;
    private final Map<Column, Integer> indexes;

    private Header(List<String> names, Map<Column, Integer> indexes) {
        this.names = names;
        this.indexes = indexes;
    }

    /// Makes the header from its cells. The same names give the same header again. Where two columns mean
    /// the same, the first counts; [ManifestReader] refuses such a file.
    public static Header of(List<String> names) {
        Map<Column, Integer> indexes = new EnumMap<>(Column.class);
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            Column.named(names.get(i)).ifPresent(column -> indexes.putIfAbsent(column, index));
        }
        return new Header(List.copyOf(names), Collections.unmodifiableMap(indexes));
    }

    /// The column names as the file spells them, in its order. Names of the user's own columns may be blank
    /// or repeated.
    public List<String> names() {
        return names;
    }

    /// Where a column is, counted from 0; empty when the file does not have it.
    public Optional<Integer> indexOf(Column column) {
        return Optional.ofNullable(indexes.get(column));
    }

    /// A cell's text without blanks and invisible marks at its ends, and without the apostrophe that keeps a
    /// spreadsheet from taking it for a formula; empty text when the file lacks the column.
    public String cell(Row row, Column column) {
        return indexOf(column)
                .filter(index -> index < row.cells().size())
                .map(index -> CellText.trim(
                        SafeCell.original(CellText.trim(row.cells().get(index)))))
                .orElse("");
    }

    /// What to call a column in front of the user: as the file spells it, or its title when the file lacks
    /// it.
    String spelling(Column column) {
        return indexOf(column).map(index -> CellText.trim(names.get(index))).orElse(column.title());
    }
}
