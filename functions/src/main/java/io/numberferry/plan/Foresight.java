package io.numberferry.plan;

import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import java.util.Optional;

/// Tells where a number will stand once a row has ended well, so that a later row on it knows what it changes.
/// Pure; does not know whether the row will end well.
public final class Foresight {
    private Foresight() {}

    /// @return [Standing.Foreseen], or [Standing.NotRead] where it cannot be told: after a claim nobody knows
    ///     Connect's id of the number, and after a release there is none
    public static Standing after(PlannedItem planned) {
        Standing now = planned.standing() instanceof Standing.Foreseen(Standing then) ? then : planned.standing();
        return switch (now) {
            case Standing.OnConnect held -> connect(planned, held);
            case Standing.OnChime held -> foreseen(chime(planned.operation(), held));
            case Standing.NotRead _, Standing.Absent _, Standing.Foreseen _ -> new Standing.NotRead();
        };
    }

    private static Standing connect(PlannedItem planned, Standing.OnConnect held) {
        return switch (planned.operation()) {
            case Operation.Claim _ ->
                foreseen(held.at(held.targetArn(), planned.flowId().or(held::flowId)));
            case Operation.Move move ->
                foreseen(held.at(arn(move.target(), held.targetArn()), flowAfter(planned, move, held)));
            case Operation.AttachFlow _ -> foreseen(held.at(held.targetArn(), planned.flowId()));
            case Operation.DetachFlow _ -> foreseen(held.at(held.targetArn(), Optional.empty()));
            case Operation.ChangeDetails change ->
                foreseen(new Standing.OnConnect(
                        held.number(),
                        held.targetArn(),
                        held.flowId(),
                        change.description().orElse(held.description()),
                        change.tags().or(held::tags)));
            case Operation.Describe _ -> foreseen(held);
            case Operation.Release _, Operation.OnChime _ -> new Standing.NotRead();
        };
    }

    /// A flow stays only where its number stays.
    private static Optional<String> flowAfter(PlannedItem planned, Operation.Move move, Standing.OnConnect held) {
        return move.target().is(held.targetArn()) ? planned.flowId().or(held::flowId) : planned.flowId();
    }

    /// An instance that is named by its id alone is in the account and Region of where the number was.
    private static String arn(Target.OnConnect target, String from) {
        return target.arn().orElseGet(() -> {
            String account = from.substring(0, from.lastIndexOf(':'));
            return account + ":instance/" + target.id();
        });
    }

    private static Standing.OnChime chime(Operation operation, Standing.OnChime held) {
        return switch (operation) {
            case Operation.Associate associate ->
                associated(held, Optional.of(associate.target().id()));
            case Operation.Disassociate leave ->
                held.association().equals(Optional.of(leave.target().id())) ? associated(held, Optional.empty()) : held;
            case Operation.Update update ->
                new Standing.OnChime(
                        update.productType().map(ProductType::wireName).orElse(held.productType()),
                        update.callingName().orElse(held.callingName()),
                        held.callingNamePending() || update.callingName().isPresent(),
                        update.name().orElse(held.name()),
                        held.association());
            case Operation.OnConnect _ -> held;
        };
    }

    private static Standing.OnChime associated(Standing.OnChime held, Optional<String> with) {
        return new Standing.OnChime(
                held.productType(), held.callingName(), held.callingNamePending(), held.name(), with);
    }

    private static Standing foreseen(Standing then) {
        return new Standing.Foreseen(then);
    }
}
