package io.numberferry.report;

import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.SafeCell;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A row that is written for a manifest: what to put into which column. Columns without a value stay
/// blank.
record WrittenRow(Map<Column, String> values) {
    /// Reads the number and changes nothing: the operation of rows that only explain.
    private static final String READ_ONLY = "describe";

    /// The file's columns, in its order. All but the last are the manifest's own names.
    enum Column {
        PHONE_NUMBER,
        OPERATION,
        PHONE_NUMBER_ID,
        TARGET,
        FLOW,
        DESCRIPTION,
        TAGS,
        PRODUCT_TYPE,
        CALLING_NAME,
        NAME,
        FORCE,
        NOTE;

        static List<String> header() {
            return Arrays.stream(values()).map(Column::title).toList();
        }

        /// The column's name in the file.
        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    WrittenRow {
        values = new EnumMap<>(values);
    }

    static WrittenRow of(PhoneNumber number, String operation) {
        return new WrittenRow(Map.of(Column.PHONE_NUMBER, number.e164(), Column.OPERATION, operation));
    }

    /// A row that carries nothing out and says why there is nothing to carry out.
    static WrittenRow explaining(PhoneNumber number, String why) {
        return of(number, READ_ONLY).noting(why).adding("This row changes nothing.");
    }

    WrittenRow with(Column column, String value) {
        Map<Column, String> more = new EnumMap<>(values);
        more.put(column, value);
        return new WrittenRow(more);
    }

    WrittenRow with(Column column, Optional<String> value) {
        return value.map(text -> with(column, text)).orElse(this);
    }

    WrittenRow noting(String note) {
        return with(Column.NOTE, note);
    }

    /// The same row with one more sentence in its note.
    WrittenRow adding(String sentence) {
        return noting(values.getOrDefault(Column.NOTE, "") + " " + sentence);
    }

    boolean undoes() {
        return !READ_ONLY.equals(values.get(Column.OPERATION));
    }

    /// Safe in a spreadsheet, and read back to exactly these values.
    List<String> cells() {
        return Arrays.stream(Column.values()).map(this::cell).toList();
    }

    private String cell(Column column) {
        return SafeCell.exactly(values.getOrDefault(column, ""));
    }
}
