package io.numberferry.report;

import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import io.numberferry.report.WrittenRow.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The inverse of each operation on Connect.
///
/// @param number what Connect calls the number, where the plan or the call told
record ConnectUndo(PlannedItem planned, Optional<NumberId> number, Asking asking) {

    WrittenRow of(Operation.OnConnect operation) {
        return switch (operation) {
            case Operation.Claim(Target.Instance instance, var _, var _, var _)
            when planned.standing() instanceof Standing.OnConnect before -> withoutTheFlow(before, instance);
            case Operation.Claim _ ->
                explaining("claimed the number. A claim has no inverse: a released number is gone for up to 180 days.");
            case Operation.Release _ ->
                explaining("released the number. It cannot be claimed again for up to 180 days.");
            case Operation.Describe _ -> explaining("only read the number.");
            case Operation.Move(var _, Target.Instance instance, var _)
            when planned.standing() instanceof Standing.OnConnect before && instance.is(before.targetArn()) ->
                withoutTheFlow(before, instance);
            case Operation.Move _ -> fromBefore(this::backToTarget);
            case Operation.AttachFlow(var _, Target.Instance instance, var _) ->
                fromBefore(before -> withoutTheFlow(before, instance));
            case Operation.DetachFlow(var _, Target.Instance instance) ->
                fromBefore(before -> withTheFlow(before, instance));
            case Operation.ChangeDetails change -> fromBefore(before -> backToDetails(before, change));
        };
    }

    private WrittenRow fromBefore(Function<Standing.OnConnect, WrittenRow> inverse) {
        return switch (planned.standing()) {
            case Standing.OnConnect before -> inverse.apply(before);
            case Standing.Absent _ ->
                explaining("changed the number, and the account did not own it when the job was planned.");
            case Standing.NotRead _, Standing.Foreseen _, Standing.OnChime _ ->
                explaining("changed the number, and the state before was not read.");
        };
    }

    private WrittenRow backToTarget(Standing.OnConnect before) {
        WrittenRow row = undoing("move", "moved the number.").with(Column.TARGET, before.targetArn());
        if (before.flowId().isEmpty()) {
            return row.adding("No flow was recorded at the earlier target.");
        }
        String flow = before.flowId().get();
        return isInstance(before.targetArn())
                ? row.with(Column.FLOW, flow)
                : row.adding(
                        "Its flow at the traffic distribution group was %s; attach it by its ARN.".formatted(flow));
    }

    /// Attaches the earlier flow again, or leaves the number without one, as it was.
    private WrittenRow withoutTheFlow(Standing.OnConnect before, Target.Instance instance) {
        if (before.flowId().isPresent()) {
            return withTheFlow(before, instance);
        }
        return wasAt(before, instance)
                ? undoing("disassociate", "attached a flow, and none was recorded before.")
                        .with(Column.TARGET, named(instance))
                : movedEarlier();
    }

    private WrittenRow withTheFlow(Standing.OnConnect before, Target.Instance instance) {
        if (!wasAt(before, instance)) {
            return movedEarlier();
        }
        return before.flowId()
                .map(flow -> undoing("associate", "changed the number's flow.")
                        .with(Column.TARGET, named(instance))
                        .with(Column.FLOW, flow))
                .orElseGet(() -> explaining("took off the number's flow, and which one it was is not recorded."));
    }

    /// Tells whether the flow that was seen is the flow at this instance. A number of a traffic
    /// distribution group has flows at instances, unless an earlier row took it out of the group.
    private boolean wasAt(Standing.OnConnect before, Target.Instance instance) {
        boolean stayedInGroup =
                !isInstance(before.targetArn()) && planned.after().isEmpty();
        return instance.is(before.targetArn()) || stayedInGroup;
    }

    private static boolean isInstance(String targetArn) {
        return Target.Instance.idIn(targetArn).isPresent();
    }

    private static String named(Target.Instance instance) {
        return instance.arn().orElse(instance.instanceId());
    }

    private WrittenRow movedEarlier() {
        return explaining("changed the flow after an earlier row had moved the number: undoing that row is enough.");
    }

    private WrittenRow backToDetails(Standing.OnConnect before, Operation.ChangeDetails change) {
        return new Details("changed the number's details.", details(before, change.leftFor(before)))
                .row(what -> undoing("update", what), this::explaining);
    }

    private List<Details.Detail> details(Standing.OnConnect before, Operation.ChangeDetails change) {
        List<Details.Detail> details = new ArrayList<>();
        if (change.description().isPresent()) {
            details.add(Details.of(asking, Column.DESCRIPTION, before.description()));
        }
        if (change.tags().isPresent()) {
            details.add(tags(before));
        }
        return details;
    }

    private Details.Detail tags(Standing.OnConnect before) {
        return before.tags()
                .map(tags -> Details.of(asking, Column.TAGS, tags.text()))
                .orElseGet(() -> new Details.Detail(Column.TAGS, "they were not read", Optional.empty()));
    }

    /// With the id: a number at a traffic distribution group is in no list but the group's.
    private WrittenRow undoing(String operation, String what) {
        return WrittenRow.of(planned.number(), operation)
                .with(Column.PHONE_NUMBER_ID, number.map(NumberId::id))
                .noting("Line %d %s".formatted(planned.line(), what));
    }

    private WrittenRow explaining(String why) {
        return WrittenRow.explaining(planned.number(), "Line %d %s".formatted(planned.line(), why))
                .with(Column.PHONE_NUMBER_ID, number.map(NumberId::id));
    }
}
