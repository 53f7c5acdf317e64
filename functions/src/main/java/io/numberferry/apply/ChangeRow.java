package io.numberferry.apply;

import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import java.util.Optional;

/// Changes something about a number that stays where it is, or gives it back.
record ChangeRow(Changes changes, Ledger ledger) {

    Optional<Outcome> attachFlow(PlannedItem planned, Operation.AttachFlow attach, NumberId number, Trail trail)
            throws InterruptedException {
        String flowId = planned.flowId().orElseThrow();
        String instanceId = attach.flowInstanceId().orElseThrow();
        return ended(
                changes.attachFlow(trail, number, instanceId, flowId),
                "target=" + attach.instance().id() + " flow=" + flowId);
    }

    Optional<Outcome> detachFlow(Operation.DetachFlow detach, NumberId number, Trail trail)
            throws InterruptedException {
        String instanceId = detach.instance().instanceId();
        return ended(changes.detachFlow(trail, number, instanceId), "target=" + instanceId);
    }

    Optional<Outcome> release(PlannedItem planned, NumberId number, Trail trail) throws InterruptedException {
        return ended(changes.release(trail, number, ledger.token(planned)), "released");
    }

    private static Optional<Outcome> ended(Changes.Changed changed, String after) {
        return switch (changed) {
            case Changes.Made() -> Optional.of(Outcome.of(Reason.DONE, "").leaving(after));
            case Changes.NotMade(Failure failure) -> Refusals.withoutEffect(failure);
            case Changes.Unclear(Failure failure) -> Refusals.unclear(failure);
        };
    }
}
