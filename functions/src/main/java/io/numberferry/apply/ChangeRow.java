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

    Optional<Outcome> changeDescription(
            PlannedItem planned, Operation.ChangeDescription change, NumberId number, Trail trail)
            throws InterruptedException {
        String description = change.description();
        return switch (changes.changeDescription(trail, number, description, ledger.token(planned))) {
            case Changes.Made() -> confirm(trail, number, description);
            case Changes.NotMade(Failure failure) -> Refusals.withoutEffect(failure);
            case Changes.Unclear(Failure failure) -> Refusals.unclear(failure);
        };
    }

    private Optional<Outcome> confirm(Trail trail, NumberId number, String description) throws InterruptedException {
        return switch (changes.steps()
                .confirm(trail, number, held -> held.description().equals(description))) {
            case ConnectSteps.Claimed _ ->
                Optional.of(Outcome.of(Reason.DONE, "").leaving("description=" + description));
            case ConnectSteps.Ended(String message) ->
                Optional.of(Outcome.of(Reason.CHANGE_FAILED, "the service gave up: " + message));
            case ConnectSteps.Unclear(Failure failure) -> Refusals.unclear(failure);
            case ConnectSteps.Unfinished(String message) -> Optional.of(Outcome.of(Reason.STILL_IN_PROGRESS, message));
        };
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
