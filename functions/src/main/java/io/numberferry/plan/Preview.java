package io.numberferry.plan;

import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Standing;
import java.util.Optional;

/// Says in words what a row would do, for a dry run: the same words that the report of the real run would have.
/// Pure.
public final class Preview {
    private Preview() {}

    /// What would be done, and to what.
    public static String message(PlannedItem planned) {
        String target =
                planned.operation().targeted().map(to -> ": target " + to.id()).orElse("");
        return "would " + planned.operation().word() + target;
    }

    /// The state that the row would leave; empty where it cannot be told.
    public static String after(PlannedItem planned) {
        return switch (planned.operation()) {
            case Operation.Release _ -> "released";
            case Operation.Disassociate _ -> "no target";
            case Operation.Claim claim ->
                at(claim.target().arn().orElse(claim.target().id()), planned);
            case Operation.Move move ->
                at(move.target().arn().orElse(move.target().id()), planned);
            case Operation.AttachFlow attach ->
                at(attach.instance().arn().orElse(attach.instance().id()), planned);
            case Operation.Associate associate -> "target=" + associate.target().id();
            case Operation.ChangeDetails change ->
                change.leftFor(planned.standing()).words();
            case Operation.DetachFlow _, Operation.Describe _, Operation.Update _ -> foreseen(planned);
        };
    }

    private static String at(String target, PlannedItem planned) {
        Optional<String> flow = planned.flowId();
        return switch (Foresight.after(planned)) {
            case Standing.Foreseen(Standing then) -> then.words();
            case Standing.NotRead _, Standing.Absent _, Standing.OnConnect _, Standing.OnChime _ ->
                "target=" + target + flow.map(id -> " flow=" + id).orElse("");
        };
    }

    private static String foreseen(PlannedItem planned) {
        return Foresight.after(planned).words();
    }
}
