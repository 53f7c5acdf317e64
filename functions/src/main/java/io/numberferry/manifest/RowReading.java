package io.numberferry.manifest;

import io.numberferry.domain.Item;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Rejection;
import io.numberferry.domain.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One row while it is being read: hands out its cells and remembers what was asked for, noted and found
/// wrong.
///
/// For use by one thread, for one row.
final class RowReading {
    private final Header header;
    private final Row row;
    private final Set<Column> asked = EnumSet.noneOf(Column.class);
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    RowReading(Header header, Row row) {
        this.header = header;
        this.row = row;
    }

    boolean isFilled(Column column) {
        return !header.cell(row, column).isEmpty();
    }

    /// The text of a cell; from then on the operation counts as knowing the column.
    String text(Column column) {
        asked.add(column);
        return header.cell(row, column);
    }

    /// Finds no fault with columns whose use cannot be told, because something else is at fault.
    void letPass(Column... columns) {
        asked.addAll(List.of(columns));
    }

    /// The value of a cell; empty when it is blank or at fault, the fault being remembered.
    <T> Optional<T> value(Column column, CellParser<T> parser) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : take(column, parser.parse(text));
    }

    /// The value of a cell that must be filled.
    ///
    /// @param advice what to fill in, whole sentences
    <T> Optional<T> required(Column column, CellParser<T> parser, String advice) {
        if (text(column).isEmpty()) {
            add(Fault.of(column, Reason.MISSING_VALUE, missing(column), advice));
        }
        return value(column, parser);
    }

    /// What is wrong when a cell should be filled and is not.
    String missing(Column column) {
        return header.indexOf(column).isPresent()
                ? "the cell is blank"
                : "the file has no column %s".formatted(column.title());
    }

    <T> Optional<T> take(Column column, Cell<T> cell) {
        return switch (cell) {
            case Cell.Read<T>(T value, List<String> cellNotes) -> {
                notes.addAll(cellNotes);
                yield Optional.of(value);
            }
            case Cell.Refused<T> refused -> {
                add(Fault.of(column, refused));
                yield Optional.empty();
            }
        };
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    void note(String note) {
        notes.add(note);
    }

    /// Finds fault with every filled cell that nobody asked for.
    ///
    /// @param operation the word of the row's operation
    void refuseTheRest(String operation) {
        EnumSet.complementOf(EnumSet.copyOf(asked)).stream()
                .filter(this::isFilled)
                .forEach(column -> add(ForeignColumn.fault(column, operation)));
    }

    Parsed finish(Optional<PhoneNumber> number, Optional<Operation> operation) {
        if (!faults.isEmpty()) {
            return new Parsed.Bad(rejection());
        }
        return new Parsed.Good(new Item(row.line(), number.orElseThrow(), operation.orElseThrow(), notes));
    }

    /// The first fault in the order of the file's columns; a fault of the whole row comes before them, and
    /// one of a column that the file lacks comes last.
    private Rejection rejection() {
        List<Fault> ordered =
                faults.stream().sorted(Comparator.comparingInt(this::position)).toList();
        Fault first = ordered.getFirst();
        return new Rejection(
                row.line(),
                first.column().map(header::spelling).orElse(""),
                first.code(),
                first.reason() + others(ordered.subList(1, ordered.size())),
                first.advice());
    }

    private int position(Fault fault) {
        return fault.column()
                .map(column -> header.indexOf(column).orElse(Integer.MAX_VALUE))
                .orElse(-1);
    }

    private String others(List<Fault> others) {
        if (others.isEmpty()) {
            return "";
        }
        String columns = others.stream()
                .flatMap(fault -> fault.column().stream())
                .map(header::spelling)
                .distinct()
                .collect(Collectors.joining(", "));
        return others.size() == 1
                ? "; 1 more fault, in " + columns
                : "; %d more faults, in %s".formatted(others.size(), columns);
    }
}
