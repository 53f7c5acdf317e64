package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.report.WrittenRow.Column;

/// What becomes of a row on the way back.
final class UndoAssert {
    private UndoAssert() {}

    /// @param values the operation and then `column=value`, in the file's order, without blank columns
    ///     and the note
    static void assertUndo(PlannedItem planned, String values, String note) {
        WrittenRow undo = new Undo(AsManifest.reading())
                .of(ReportRow.of(planned, Outcome.of(Reason.DONE, "")))
                .orElseThrow();

        StringBuilder found = new StringBuilder();
        for (Column column : Column.values()) {
            String value = undo.values().getOrDefault(column, "");
            switch (column) {
                case PHONE_NUMBER -> assertThat(value).isEqualTo("+12065550100");
                case OPERATION -> found.append(value);
                case NOTE -> assertThat(value).isEqualTo(note);
                default -> found.append(value.isEmpty() ? "" : "," + column.title() + "=" + value);
            }
        }
        assertThat(found).hasToString(values);
    }
}
