package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.apply.ConnectNumbers.Done;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import java.util.Optional;

/// Changes something about a number that stays where it is. These calls are done when they are answered, and
/// each may be repeated: attaching and detaching by nature, the others by their client token.
record ChangeRow(ConnectSteps steps, Ledger ledger) {

    Optional<Outcome> attachFlow(PlannedItem planned, Operation.AttachFlow attach, NumberId number, Trail trail)
            throws InterruptedException {
        String flowId = planned.flowId().orElseThrow();
        String instanceId = planned.operation().flowInstanceId().orElseThrow();
        return ended(
                steps.call(
                        trail,
                        Api.ASSOCIATE_CONTACT_FLOW,
                        () -> steps.connect().attachFlow(number, instanceId, flowId)),
                "target=" + attach.instance().id() + " flow=" + flowId);
    }

    Optional<Outcome> detachFlow(Operation.DetachFlow detach, NumberId number, Trail trail)
            throws InterruptedException {
        return ended(
                steps.call(
                        trail,
                        Api.DISASSOCIATE_CONTACT_FLOW,
                        () -> steps.connect()
                                .detachFlow(number, detach.instance().instanceId())),
                "target=" + detach.instance().id());
    }

    Optional<Outcome> changeDescription(
            PlannedItem planned, Operation.ChangeDescription change, NumberId number, Trail trail)
            throws InterruptedException {
        return ended(
                steps.call(
                        trail,
                        Api.UPDATE_PHONE_NUMBER_METADATA,
                        () -> steps.connect().changeDescription(number, change.description(), ledger.token(planned))),
                "description=" + change.description());
    }

    Optional<Outcome> release(PlannedItem planned, NumberId number, Trail trail) throws InterruptedException {
        Reply<Done> reply = steps.call(
                trail, Api.RELEASE_PHONE_NUMBER, () -> steps.connect().release(number, ledger.token(planned)));
        return reply instanceof Reply.Refused<Done>(Failure failure) && failure.is(Failure.Kind.TRANSIENT)
                ? released(number, failure, trail)
                : ended(reply, "released");
    }

    /// A release whose answer was lost: a number that is gone was released.
    private Optional<Outcome> released(NumberId number, Failure doubt, Trail trail) throws InterruptedException {
        Reply<Optional<Described>> reply = steps.call(
                trail, Api.DESCRIBE_PHONE_NUMBER, () -> steps.connect().describe(number));
        return switch (reply) {
            case Reply.Ok<Optional<Described>>(Optional<Described> found) ->
                Optional.of(
                        found.isEmpty()
                                ? Outcome.of(Reason.DONE, "").leaving("released")
                                : Outcome.of(Reason.NO_ANSWER, "no answer, and the number is still there", doubt));
            case Reply.Refused<Optional<Described>>(Failure failure) -> Arrival.unclear(failure);
        };
    }

    private static Optional<Outcome> ended(Reply<Done> reply, String after) {
        return switch (reply) {
            case Reply.Ok<Done> _ -> Optional.of(Outcome.of(Reason.DONE, "").leaving(after));
            case Reply.Refused<Done>(Failure failure) -> Refusals.outcome(failure);
        };
    }
}
