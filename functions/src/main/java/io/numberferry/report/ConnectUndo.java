package io.numberferry.report;

import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import io.numberferry.report.UndoRow.Column;
import java.util.function.Function;

/// The inverse of each operation on Connect.
record ConnectUndo(PlannedItem planned) {

    UndoRow of(Operation.OnConnect operation) {
        return switch (operation) {
            case Operation.Claim _ ->
                explaining("claimed it. A claim has no inverse: a released number is gone for up to 180 days.");
            case Operation.Release _ -> explaining("released it. It cannot be claimed again for up to 180 days.");
            case Operation.Describe _ -> explaining("only read it.");
            case Operation.Move _ -> fromBefore(this::backToTarget);
            case Operation.AttachFlow(var _, Target.Instance instance, var _) ->
                fromBefore(before -> withoutTheFlow(before, instance));
            case Operation.DetachFlow(var _, Target.Instance instance) ->
                fromBefore(before -> withTheFlow(before, instance));
            case Operation.ChangeDescription _ -> fromBefore(this::backToDescription);
        };
    }

    private UndoRow fromBefore(Function<Standing.OnConnect, UndoRow> inverse) {
        return switch (planned.standing()) {
            case Standing.OnConnect before -> inverse.apply(before);
            case Standing.Absent _ ->
                explaining("changed the number, and the account did not own it when the job was planned.");
            case Standing.NotRead _, Standing.OnChime _ ->
                explaining("changed the number, and the state before was not read.");
        };
    }

    private UndoRow backToTarget(Standing.OnConnect before) {
        String note = before.flowId().isPresent() ? "" : " No flow was recorded there before.";
        return undoing("move", "moved it." + note)
                .with(Column.PHONE_NUMBER_ID, before.number().id())
                .with(Column.TARGET, before.targetArn())
                .with(Column.FLOW, before.flowId());
    }

    /// Attaches the earlier flow again, or leaves the number without one, as it was.
    private UndoRow withoutTheFlow(Standing.OnConnect before, Target.Instance instance) {
        if (before.flowId().isPresent()) {
            return withTheFlow(before, instance);
        }
        return instance.is(before.targetArn())
                ? undoing("disassociate", "attached a flow; none was recorded before.")
                        .with(Column.TARGET, before.targetArn())
                : cameLater();
    }

    private UndoRow withTheFlow(Standing.OnConnect before, Target.Instance instance) {
        if (!instance.is(before.targetArn())) {
            return cameLater();
        }
        return before.flowId()
                .map(flow -> undoing("associate", "changed its flow.")
                        .with(Column.TARGET, before.targetArn())
                        .with(Column.FLOW, flow))
                .orElseGet(() -> explaining("detached its flow, and which one it was is not recorded."));
    }

    private UndoRow cameLater() {
        return explaining(
                "changed its flow at a target it was moved to; undoing the move brings the earlier flow back.");
    }

    private UndoRow backToDescription(Standing.OnConnect before) {
        return UndoRow.asking(before.description())
                .map(text -> undoing("update", "changed its description.").with(Column.DESCRIPTION, text))
                .orElseGet(() -> explaining("changed its description, which was the word CLEAR; type it in yourself."));
    }

    private UndoRow undoing(String operation, String what) {
        return UndoRow.of(planned.number(), operation).noting("Line %d %s".formatted(planned.line(), what));
    }

    private UndoRow explaining(String why) {
        return UndoRow.explaining(planned.number(), "Line %d %s".formatted(planned.line(), why))
                .with(Column.PHONE_NUMBER_ID, planned.numberId().map(id -> id.id()));
    }
}
