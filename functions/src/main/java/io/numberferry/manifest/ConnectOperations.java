package io.numberferry.manifest;

import io.numberferry.domain.Operation;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.util.Optional;

/// Reads the operations that only Amazon Connect has.
record ConnectOperations(TargetColumn targets, Home home) {

    Optional<Operation> claim(RowReading row) {
        Optional<Target.OnConnect> target = target(row, Word.CLAIM);
        FlowCell flow = new FlowCell(home, target);
        var attached = row.value(Column.FLOW, flow);
        String description = row.value(Column.DESCRIPTION, new Clearable(new DescriptionCell()))
                .orElse("");
        Tags tags = row.value(Column.TAGS, new TagsCell()).orElse(Tags.none());
        return target.map(at -> new Operation.Claim(at, attached, description, tags));
    }

    Optional<Operation> move(RowReading row) {
        Optional<String> id = numberId(row);
        Optional<Target.OnConnect> target = target(row, Word.MOVE);
        var attached = row.value(Column.FLOW, new FlowCell(home, target));
        return target.map(at -> new Operation.Move(id, at, attached));
    }

    Optional<Operation> attach(RowReading row, Target.Instance instance) {
        Optional<String> id = numberId(row);
        return row.required(
                        Column.FLOW,
                        new FlowCell(home, Optional.of(instance)),
                        "Fill in the flow. If the target is meant to be a voice connector group, write it as vcg/<id>.")
                .map(flow -> new Operation.AttachFlow(id, instance, flow));
    }

    Optional<Operation> detach(RowReading row, Target.Instance instance) {
        return Optional.of(new Operation.DetachFlow(numberId(row), instance));
    }

    Optional<Operation> describe(RowReading row) {
        return Optional.of(new Operation.Describe(numberId(row)));
    }

    Optional<Operation> release(RowReading row, boolean allowed) {
        Optional<String> id = numberId(row);
        if (!allowed) {
            row.add(Fault.of(Column.OPERATION, Reason.RELEASE_NOT_ALLOWED, "this job may not release numbers"));
        }
        return Optional.of(new Operation.Release(id));
    }

    Optional<Operation> changeDetails(RowReading row) {
        Optional<String> id = numberId(row);
        Optional<String> description = row.value(Column.DESCRIPTION, new Clearable(new DescriptionCell()));
        Optional<Tags> tags = row.value(Column.TAGS, new TagsCell());
        return description.isEmpty() && tags.isEmpty()
                ? Optional.empty()
                : Optional.of(new Operation.ChangeDetails(id, description, tags));
    }

    private Optional<String> numberId(RowReading row) {
        return row.value(Column.PHONE_NUMBER_ID, new NumberIdCell(home));
    }

    private Optional<Target.OnConnect> target(RowReading row, Word word) {
        return targets.read(row).flatMap(target -> switch (target) {
            case Target.OnConnect onConnect -> Optional.of(onConnect);
            case Target.OnChime onChime -> {
                row.add(Fault.of(
                        Column.TARGET,
                        Reason.INVALID_TARGET,
                        "%s names a voice connector or a group, and %s needs a target in Amazon Connect"
                                .formatted(CellText.quoted(onChime.id()), word.text()),
                        "Give an instance ARN or id, or a traffic distribution group ARN."));
                yield Optional.<Target.OnConnect>empty();
            }
        });
    }
}
