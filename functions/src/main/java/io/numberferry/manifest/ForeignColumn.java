package io.numberferry.manifest;

import io.numberferry.domain.Reason;

/// A filled column that the row's operation does not know. It is refused rather than ignored: whoever
/// filled it expects something to come of it.
final class ForeignColumn {
    private ForeignColumn() {}

    /// @param operation the word of the row's operation
    static Fault fault(Column column, String operation) {
        return Fault.of(
                column,
                Reason.COLUMN_NOT_FOR_OPERATION,
                "%s has no use for %s".formatted(operation, column.title()),
                advice(column));
    }

    private static String advice(Column column) {
        return switch (column) {
            case TAGS -> "Empty the cell: tags are for claim and update.";
            case FLOW -> "Empty the cell: a flow is for claim, move, and associate with an instance.";
            case FORCE -> "Empty the cell: force is for associate with a voice connector or a group.";
            case TARGET -> "Empty the cell: target is for claim, move, associate and disassociate.";
            case DESCRIPTION -> "Empty the cell: a description is for claim and update.";
            case PRODUCT_TYPE, CALLING_NAME, NAME ->
                "Empty the cell, or rename the column if it is your own: it is for update only.";
            case PHONE_NUMBER, OPERATION, PHONE_NUMBER_ID ->
                "Empty the cell: it is for numbers that Amazon Connect already holds.";
        };
    }
}
