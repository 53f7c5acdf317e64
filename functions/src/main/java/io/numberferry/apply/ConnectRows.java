package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.apply.ConnectNumbers.Held;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Target;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Carries one Connect row out: finds the number's id where the operation needs one, and then takes the
/// operation's own steps.
record ConnectRows(ConnectSteps steps, Ledger ledger) {
    private static final Pattern NUMBER_ARN = Pattern.compile("arn:.*:phone-number/([^/]+)");

    /// @param resumed whether an earlier worker may have sent the row
    /// @return the outcome; empty when the row stays open for the next worker
    Optional<Outcome> run(PlannedItem planned, boolean resumed, Trail trail) throws InterruptedException {
        Arrival arrival = new Arrival(steps);
        if (planned.operation() instanceof Operation.Claim claim) {
            return new ClaimRow(steps, arrival, ledger).run(planned, claim, resumed, trail);
        }
        return switch (identify(planned, trail)) {
            case Reply.Refused<Optional<NumberId>>(Failure failure) -> Refusals.outcome(failure);
            case Reply.Ok<Optional<NumberId>>(Optional<NumberId> id)
            when id.isEmpty() ->
                Optional.of(Outcome.of(Reason.NUMBER_NOT_FOUND, "the account's inventory does not have it"));
            case Reply.Ok<Optional<NumberId>>(Optional<NumberId> id) ->
                change(planned, id.orElseThrow(), resumed, trail)
                        .map(outcome -> outcome.withNumber(outcome.number().or(() -> id)));
        };
    }

    private Optional<Outcome> change(PlannedItem planned, NumberId number, boolean resumed, Trail trail)
            throws InterruptedException {
        ChangeRow change = new ChangeRow(steps, ledger);
        return switch (planned.operation()) {
            case Operation.Move move ->
                new MoveRow(steps, new Arrival(steps), ledger).run(planned, move, number, resumed, trail);
            case Operation.AttachFlow attach -> change.attachFlow(planned, attach, number, trail);
            case Operation.DetachFlow detach -> change.detachFlow(detach, number, trail);
            case Operation.ChangeDescription text -> change.changeDescription(planned, text, number, trail);
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
            case Reply.Refused<Optional<Described>>(Failure failure) -> Refusals.outcome(failure);
            case Reply.Ok<Optional<Described>>(Optional<Described> found) ->
                Optional.of(found.map(described -> Outcome.of(Reason.ALREADY_DONE, "read only: nothing was to change")
                                .from("target=" + described.held().targetArn() + " status=" + described.status()))
                        .orElseGet(() -> Outcome.of(Reason.NUMBER_NOT_FOUND, "no number has this id")));
        };
    }

    /// Finds Connect's id: from the inventory, from the row, or by looking the number up.
    private Reply<Optional<NumberId>> identify(PlannedItem planned, Trail trail) throws InterruptedException {
        Optional<NumberId> known = planned.numberId().or(() -> given(planned.operation()));
        if (known.isPresent()) {
            return Reply.ok(known);
        }
        Optional<Target.OnConnect> nowhere = Optional.empty();
        return steps.find(trail, planned.number(), nowhere).map(held -> held.map(Held::id));
    }

    private static Optional<NumberId> given(Operation operation) {
        Optional<String> text = switch (operation) {
            case Operation.Move move -> move.numberId();
            case Operation.AttachFlow attach -> attach.numberId();
            case Operation.DetachFlow detach -> detach.numberId();
            case Operation.ChangeDescription change -> change.numberId();
            case Operation.Release release -> release.numberId();
            case Operation.Describe describe -> describe.numberId();
            case Operation.Claim _, Operation.OnChime _ -> Optional.empty();
        };
        return text.map(ConnectRows::parse);
    }

    private static NumberId parse(String idOrArn) {
        Matcher arn = NUMBER_ARN.matcher(idOrArn);
        return arn.matches() ? new NumberId(arn.group(1), idOrArn) : new NumberId(idOrArn, "");
    }
}
