package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.apply.ConnectNumbers.Held;
import io.numberferry.domain.AllowList;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import java.util.Optional;

/// Carries one Connect row out: finds the number's id where the operation needs one, and then takes the
/// operation's own steps.
///
/// @param earlier tells how rows of earlier batches ended
/// @param allowed where numbers may be taken from
record ConnectRows(ConnectSteps steps, Ledger ledger, LaneRun.Earlier earlier, AllowList allowed) {

    /// The call that a row begins with, unless the service accepted it already; empty when it waits before
    /// its first call.
    Optional<Api> firstCall(PlannedItem planned, boolean resumed) {
        boolean seen = planned.standing() instanceof Standing.OnConnect;
        if (!seen && !(planned.operation() instanceof Operation.Claim)) {
            return Optional.of(told(planned).isPresent() ? Api.DESCRIBE_PHONE_NUMBER : Api.LIST_PHONE_NUMBERS_V2);
        }
        return switch (planned.operation()) {
            case Operation.Claim _ when planned.numberId().isPresent() -> Optional.empty();
            case Operation.Claim _ -> Optional.of(resumed ? Api.LIST_PHONE_NUMBERS_V2 : Api.CLAIM_PHONE_NUMBER);
            case Operation.Move move
            when MoveRow.hasArrived(planned, move) ->
                Optional.of(resumed ? Api.BATCH_GET_FLOW_ASSOCIATION : Api.ASSOCIATE_CONTACT_FLOW);
            case Operation.Move _ -> Optional.of(resumed ? Api.DESCRIBE_PHONE_NUMBER : Api.UPDATE_PHONE_NUMBER);
            case Operation.AttachFlow _ ->
                Optional.of(resumed ? Api.BATCH_GET_FLOW_ASSOCIATION : Api.ASSOCIATE_CONTACT_FLOW);
            case Operation.DetachFlow _ ->
                Optional.of(resumed ? Api.BATCH_GET_FLOW_ASSOCIATION : Api.DISASSOCIATE_CONTACT_FLOW);
            case Operation.ChangeDetails change -> Optional.of(DetailsRow.firstCall(planned, change, resumed));
            case Operation.Release _ -> Optional.of(resumed ? Api.DESCRIBE_PHONE_NUMBER : Api.RELEASE_PHONE_NUMBER);
            case Operation.Describe _ -> Optional.of(Api.DESCRIBE_PHONE_NUMBER);
            case Operation.OnChime _ -> Optional.empty();
        };
    }

    /// @return the outcome; empty when the row stays open for the next worker
    Optional<Outcome> run(PlannedItem planned, Trail trail) throws InterruptedException {
        if (planned.operation() instanceof Operation.Claim claim) {
            return new ClaimRow(steps, new Arrival(steps), ledger).run(planned, claim, trail);
        }
        return switch (identify(planned, trail)) {
            case Reply.Refused<Optional<NumberId>>(Failure failure) ->
                trail.resumed() ? Refusals.unclear(failure) : Refusals.withoutEffect(failure);
            case Reply.Ok<Optional<NumberId>>(Optional<NumberId> id)
            when id.isEmpty() -> Optional.of(missing(planned, trail));
            case Reply.Ok<Optional<NumberId>>(Optional<NumberId> id) ->
                change(planned, id.orElseThrow(), trail)
                        .map(outcome -> outcome.withNumber(outcome.number().or(() -> id)));
        };
    }

    /// A release by an earlier worker leaves nothing to be found.
    private static Outcome missing(PlannedItem planned, Trail trail) {
        return planned.operation() instanceof Operation.Release && trail.resumed()
                ? Outcome.of(Reason.DONE, "").leaving("released")
                : Outcome.of(Reason.NUMBER_NOT_FOUND, "the account's inventory does not have it");
    }

    private Optional<Outcome> change(PlannedItem planned, NumberId number, Trail trail) throws InterruptedException {
        Changes changes = new Changes(steps);
        ChangeRow change = new ChangeRow(changes, ledger);
        return switch (planned.operation()) {
            case Operation.Move move ->
                new MoveRow(steps, new Arrival(steps), ledger).run(planned, move, number, trail);
            case Operation.AttachFlow attach -> change.attachFlow(planned, attach, number, trail);
            case Operation.DetachFlow detach -> change.detachFlow(detach, number, trail);
            case Operation.ChangeDetails details ->
                new DetailsRow(changes, ledger).run(planned, details, number, trail);
            case Operation.Release _ -> change.release(planned, number, trail);
            case Operation.Describe _ -> describe(number, trail);
            case Operation.Claim _, Operation.OnChime _ ->
                throw new IllegalArgumentException(planned.operation().word() + " is not a change of a Connect number");
        };
    }

    private Optional<Outcome> describe(NumberId number, Trail trail) throws InterruptedException {
        Reply<Optional<Described>> reply = steps.call(
                trail, Api.DESCRIBE_PHONE_NUMBER, () -> steps.connect().describe(number));
        return switch (reply) {
            case Reply.Refused<Optional<Described>>(Failure failure) -> Refusals.withoutEffect(failure);
            case Reply.Ok<Optional<Described>>(Optional<Described> found) ->
                Optional.of(found.map(described -> Outcome.of(Reason.ALREADY_DONE, "read only: nothing was to change")
                                .from("target=" + described.held().targetArn() + " status=" + described.status()))
                        .orElseGet(() -> Outcome.of(Reason.NUMBER_NOT_FOUND, "no number has this id")));
        };
    }

    /// Finds Connect's id: from what an earlier worker was told, from the inventory, from the row or the one
    /// before it, or by looking the number up. An id that only a row tells is looked up first: a slip in it
    /// would change, or release, somebody else's number. A number that an earlier worker may have moved to a
    /// traffic distribution group is in that group's list alone.
    private Reply<Optional<NumberId>> identify(PlannedItem planned, Trail trail) throws InterruptedException {
        Optional<NumberId> accepted = ledger.found(planned).flatMap(Journal.Entry::number);
        if (accepted.isPresent()) {
            return Reply.ok(accepted);
        }
        if (planned.standing() instanceof Standing.OnConnect held) {
            return Reply.ok(Optional.of(held.number()));
        }
        Optional<NumberId> told = told(planned);
        if (told.isPresent()) {
            NumberId given = told.get();
            return checked(
                    planned,
                    steps.call(
                                    trail,
                                    Api.DESCRIBE_PHONE_NUMBER,
                                    () -> steps.connect().describe(given))
                            .map(found -> found.map(Described::held)));
        }
        Reply<Optional<Held>> held = steps.find(trail, planned.number(), Optional.empty());
        boolean mayBeAtAGroup = trail.resumed() && held.equals(Reply.ok(Optional.empty()));
        return checked(
                planned,
                mayBeAtAGroup && planned.operation() instanceof Operation.Move move
                        ? steps.find(trail, planned.number(), Optional.of(move.target()))
                        : held);
    }

    /// What the row says, or what the row before it on the number was told: a number that it brought to a group
    /// is in no list but the group's.
    private Optional<NumberId> told(PlannedItem planned) {
        return planned.numberId()
                .or(() -> planned.after().stream()
                        .boxed()
                        .findFirst()
                        .flatMap(line -> ledger.outcome(line).or(() -> earlier.outcome(line)))
                        .flatMap(Outcome::number));
    }

    /// Looks once more before a number is changed that the plan did not see.
    private Reply<Optional<NumberId>> checked(PlannedItem planned, Reply<Optional<Held>> reply) {
        return switch (reply) {
            case Reply.Refused<Optional<Held>>(Failure failure) -> new Reply.Refused<>(failure);
            case Reply.Ok<Optional<Held>>(Optional<Held> found)
            when found.filter(held -> !held.number().equals(planned.number())).isPresent() ->
                Reply.refused(Failure.Kind.ROW, "OtherNumber", "the phone_number_id belongs to another number");
            case Reply.Ok<Optional<Held>>(Optional<Held> found) ->
                found.filter(held -> isForeign(planned, held))
                        .map(held -> Reply.<Optional<NumberId>>refused(
                                Failure.Kind.ROW, "TargetNotAllowed", AllowList.standsAt(held.targetArn())))
                        .orElseGet(() -> Reply.ok(found.map(Held::id)));
        };
    }

    private boolean isForeign(PlannedItem planned, Held held) {
        return !(planned.operation() instanceof Operation.Describe) && !allowed.covers(held.targetArn());
    }
}
