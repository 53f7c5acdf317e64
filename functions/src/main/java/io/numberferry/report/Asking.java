package io.numberferry.report;

import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Tags;
import io.numberferry.report.WrittenRow.Column;
import java.util.Optional;

/// How a manifest asks for details of a number.
record Asking(Reading reading, PhoneNumber number) {
    /// The word that empties a value in a manifest; blank would leave it as it is.
    private static final String CLEAR = "CLEAR";

    /// A value as a cell asks for it.
    ///
    /// @param value empty text for none
    static String written(String value) {
        return value.isEmpty() ? CLEAR : value;
    }

    /// What the cell of an `update` must hold for a detail to get a value; empty when no cell can ask for it.
    ///
    /// @param value empty text for none
    Optional<String> cell(Column column, String value) {
        String asked = written(value);
        return reading.of(WrittenRow.of(number, "update").with(column, asked).cells())
                .flatMap(read -> value(column, read))
                .filter(value::equals)
                .map(_ -> asked);
    }

    /// What an update asks for in a column.
    private static Optional<String> value(Column column, Operation read) {
        return switch (read) {
            case Operation.ChangeDetails change when column == Column.DESCRIPTION -> change.description();
            case Operation.ChangeDetails change
            when column == Column.TAGS -> change.tags().map(Tags::text);
            case Operation.Update update
            when column == Column.PRODUCT_TYPE -> update.productType().map(ProductType::wireName);
            case Operation.Update update when column == Column.CALLING_NAME -> update.callingName();
            case Operation.Update update when column == Column.NAME -> update.name();
            case Operation.OnConnect _, Operation.OnChime _ -> Optional.empty();
        };
    }
}
