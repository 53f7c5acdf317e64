package io.numberferry.report;

import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import io.numberferry.report.WrittenRow.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The inverse of each operation on Chime SDK Voice.
record ChimeUndo(PlannedItem planned, Asking asking) {
    WrittenRow of(Operation.OnChime operation) {
        return switch (operation) {
            case Operation.Associate(Target.OnChime target, var _) -> fromBefore(before -> backFrom(before, target));
            case Operation.Disassociate(Target.OnChime target) ->
                undoing("associate", "disassociated the number.").with(Column.TARGET, target.id());
            case Operation.Update update -> fromBefore(before -> backToDetails(before, update));
        };
    }

    private WrittenRow fromBefore(Function<Standing.OnChime, WrittenRow> inverse) {
        return switch (planned.standing()) {
            case Standing.OnChime before -> inverse.apply(before);
            case Standing.Absent _ ->
                explaining("changed the number, and the account did not own it when the job was planned.");
            case Standing.NotRead _, Standing.Foreseen _, Standing.OnConnect _ ->
                explaining("changed the number, and the state before was not read.");
        };
    }

    private WrittenRow backFrom(Standing.OnChime before, Target.OnChime target) {
        if (before.association().isEmpty()) {
            return undoing("disassociate", "associated the number.").with(Column.TARGET, target.id());
        }
        String earlier = before.association().get();
        if (earlier.startsWith(Standing.OnChime.SIP_RULE)) {
            return explaining("took the number from a SIP rule, which a manifest cannot name: " + earlier + ".");
        }
        return undoing("associate", "took the number from there.")
                .with(Column.TARGET, earlier)
                .with(Column.FORCE, "true");
    }

    private WrittenRow backToDetails(Standing.OnChime before, Operation.Update update) {
        return new Details(
                        "changed the number's details.",
                        details(before, update.lackingOn(before).orElse(update)))
                .row(what -> undoing("update", what), this::explaining);
    }

    private List<Details.Detail> details(Standing.OnChime before, Operation.Update update) {
        List<Details.Detail> details = new ArrayList<>();
        if (update.productType().isPresent()) {
            details.add(Details.of(asking, Column.PRODUCT_TYPE, before.productType()));
        }
        if (update.callingName().isPresent()) {
            details.add(Details.of(asking, Column.CALLING_NAME, before.callingName()));
        }
        if (update.name().isPresent()) {
            details.add(Details.of(asking, Column.NAME, before.name()));
        }
        return details;
    }

    private WrittenRow undoing(String operation, String what) {
        return WrittenRow.of(planned.number(), operation).noting("Line %d %s".formatted(planned.line(), what));
    }

    private WrittenRow explaining(String why) {
        return WrittenRow.explaining(planned.number(), "Line %d %s".formatted(planned.line(), why));
    }
}
