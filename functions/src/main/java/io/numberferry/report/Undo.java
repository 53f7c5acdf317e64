package io.numberferry.report;

import io.numberferry.domain.Item;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Status;
import java.util.Optional;

/// Finds the inverse of what a row did. Goes by the state the plan saw before anything was sent; does
/// not know what others have changed since.
record Undo(Reading reading) {

    /// Empty for a row that changed nothing, as far as is known.
    Optional<WrittenRow> of(ReportRow row) {
        return row.item()
                .filter(item -> changed(item.operation(), row.outcome().reason()))
                .map(item -> inverse(row, item));
    }

    private static boolean changed(Operation operation, Reason reason) {
        boolean written = reason.status() == Status.SUCCEEDED
                || reason == Reason.FLOW_NOT_ATTACHED
                || reason == Reason.PARTLY_DONE;
        return written && !(operation instanceof Operation.Describe);
    }

    private WrittenRow inverse(ReportRow row, Item item) {
        return row.planned()
                .map(planned -> inverse(planned, row.outcome().number()))
                .orElseGet(() -> WrittenRow.explaining(
                        item.number(), "Line %d changed it, and the state before was not kept.".formatted(row.line())));
    }

    /// A row that was sent after others found the number as they left it.
    private WrittenRow inverse(PlannedItem planned, Optional<NumberId> number) {
        if (planned.standing() instanceof Standing.Foreseen(Standing then)) {
            return inverse(planned.with(then), number);
        }
        Asking asking = new Asking(reading, planned.number());
        return switch (planned.operation()) {
            case Operation.OnConnect operation ->
                new ConnectUndo(planned, number.or(planned::numberId), asking).of(operation);
            case Operation.OnChime operation -> new ChimeUndo(planned, asking).of(operation);
        };
    }
}
