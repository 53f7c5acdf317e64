package io.numberferry.report;

import io.numberferry.report.WrittenRow.Column;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The details of a number that a row changed, on the way back.
///
/// @param what the row did, a sentence without its subject
record Details(String what, List<Detail> details) {

    /// A detail that was changed.
    ///
    /// @param earlier its value before
    /// @param asked what a manifest must hold to bring it back; empty when it cannot be brought back
    record Detail(Column column, String earlier, Optional<String> asked) {
        private boolean lost() {
            return asked.isEmpty();
        }

        private String explanation() {
            return "Its former %s cannot be asked for: %s.".formatted(column.title(), earlier);
        }
    }

    /// @param earlier empty text for none
    static Detail of(Asking asking, Column column, String earlier) {
        return new Detail(column, earlier, asking.cell(column, earlier));
    }

    /// @param undoing begins a row that brings something back
    /// @param explaining begins one that only says what was done
    WrittenRow row(Function<String, WrittenRow> undoing, Function<String, WrittenRow> explaining) {
        boolean lost = details.stream().allMatch(Detail::lost);
        WrittenRow row = (lost ? explaining : undoing).apply(what);
        for (Detail detail : details) {
            row = row.with(detail.column(), detail.asked());
        }
        for (Detail detail : details) {
            row = detail.lost() ? row.adding(detail.explanation()) : row;
        }
        return row;
    }
}
