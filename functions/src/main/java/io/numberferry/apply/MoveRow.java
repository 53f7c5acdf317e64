package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import java.time.Instant;
import java.util.Optional;

/// Moves a number to another target: send, confirm, attach the flow.
record MoveRow(ConnectSteps steps, Arrival arrival, Ledger ledger) {

    Optional<Outcome> run(PlannedItem planned, Operation.Move move, NumberId number, Trail trail)
            throws InterruptedException {
        if (planned.standing() instanceof Standing.OnConnect held && hasArrived(planned, move)) {
            return arrival.attachFlow(planned, number, held.targetArn(), trail);
        }
        Optional<NumberId> accepted = ledger.found(planned).flatMap(Journal.Entry::number);
        if (accepted.isPresent()) {
            return arrival.confirm(planned, move.target(), accepted.get(), trail);
        }
        return trail.resumed()
                ? look(planned, move, number, Optional.empty(), trail)
                : send(planned, move, number, trail);
    }

    /// Tells whether the number was at its new target when the plan was made, so that only the flow is
    /// missing.
    static boolean hasArrived(PlannedItem planned, Operation.Move move) {
        return planned.standing() instanceof Standing.OnConnect held
                && move.target().is(held.targetArn());
    }

    private Optional<Outcome> send(PlannedItem planned, Operation.Move move, NumberId number, Trail trail)
            throws InterruptedException {
        Reply<NumberId> reply = steps.patiently(
                trail,
                Api.UPDATE_PHONE_NUMBER,
                () -> steps.connect().move(number, move.target(), ledger.token(planned)));
        return switch (reply) {
            case Reply.Ok<NumberId>(NumberId moved) -> accepted(planned, move, moved, trail);
            case Reply.Refused<NumberId>(Failure failure) ->
                trail.mayHaveTakenEffect(failure)
                        ? look(planned, move, number, Optional.of(failure), trail)
                        : Refusals.outcome(failure);
        };
    }

    private Optional<Outcome> accepted(PlannedItem planned, Operation.Move move, NumberId number, Trail trail)
            throws InterruptedException {
        return ledger.accepted(planned, number)
                ? arrival.confirm(planned, move.target(), number, trail)
                : Optional.empty();
    }

    /// Reads what is true after a lost or ambiguous answer.
    ///
    /// @param doubt the answer; empty when it was lost with an earlier worker
    private Optional<Outcome> look(
            PlannedItem planned, Operation.Move move, NumberId number, Optional<Failure> doubt, Trail trail)
            throws InterruptedException {
        Optional<Instant> lostAt = doubt.isPresent() ? trail.lostAt() : Optional.empty();
        Reply<Optional<Described>> reply = steps.aftermath()
                .read(
                        lostAt,
                        () -> steps.call(
                                trail,
                                Api.DESCRIBE_PHONE_NUMBER,
                                () -> steps.connect().describe(number)),
                        found -> isUnderWay(found, move));
        return switch (reply) {
            case Reply.Ok<Optional<Described>>(Optional<Described> found)
            when isUnderWay(found, move) -> accepted(planned, move, number, trail);
            case Reply.Ok<Optional<Described>> _ ->
                doubt.isPresent() ? Refusals.withoutEffect(doubt.get()) : send(planned, move, number, trail);
            case Reply.Refused<Optional<Described>>(Failure failure) -> Refusals.unclear(failure);
        };
    }

    private static boolean isUnderWay(Optional<Described> found, Operation.Move move) {
        return found.filter(described -> described.status() == ConnectNumbers.ClaimStatus.IN_PROGRESS
                        || move.target().is(described.held().targetArn()))
                .isPresent();
    }
}
