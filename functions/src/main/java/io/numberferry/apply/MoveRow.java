package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import java.time.Duration;
import java.util.Optional;

/// Moves a number to another target: send, confirm, attach the flow.
record MoveRow(ConnectSteps steps, Arrival arrival, Ledger ledger) {
    /// How often a number that is busy with another change is tried, and how long it is left alone in
    /// between.
    private static final int MOST_TRIES = 4;

    private static final Duration BUSY = Duration.ofSeconds(5);

    Optional<Outcome> run(PlannedItem planned, Operation.Move move, NumberId number, boolean resumed, Trail trail)
            throws InterruptedException {
        if (planned.standing() instanceof Standing.OnConnect held
                && move.target().is(held.targetArn())) {
            return arrival.attachFlow(planned, number, held.targetArn(), trail);
        }
        Optional<NumberId> accepted = ledger.found(planned).flatMap(Journal.Entry::number);
        if (accepted.isPresent()) {
            return arrival.confirm(planned, move.target(), accepted.get(), trail);
        }
        return resumed ? look(planned, move, number, Optional.empty(), trail) : send(planned, move, number, trail);
    }

    private Optional<Outcome> send(PlannedItem planned, Operation.Move move, NumberId number, Trail trail)
            throws InterruptedException {
        Reply<NumberId> reply = request(planned, move, number, trail);
        for (int attempt = 1; attempt < MOST_TRIES && isBusy(reply); attempt++) {
            steps.timeline().sleepUntil(steps.timeline().now().plus(BUSY));
            reply = request(planned, move, number, trail);
        }
        return switch (reply) {
            case Reply.Ok<NumberId>(NumberId moved) ->
                ledger.accepted(planned, moved)
                        ? arrival.confirm(planned, move.target(), moved, trail)
                        : Optional.empty();
            case Reply.Refused<NumberId>(Failure failure) ->
                switch (failure.kind()) {
                    case TRANSIENT, RECONCILE -> look(planned, move, number, Optional.of(failure), trail);
                    case THROTTLED, ROW, TARGET, JOB, OUT_OF_TIME -> Refusals.outcome(failure);
                };
        };
    }

    private Reply<NumberId> request(PlannedItem planned, Operation.Move move, NumberId number, Trail trail)
            throws InterruptedException {
        return steps.call(
                trail,
                Api.UPDATE_PHONE_NUMBER,
                () -> steps.connect().move(number, move.target(), ledger.token(planned)));
    }

    private static boolean isBusy(Reply<NumberId> reply) {
        return reply instanceof Reply.Refused<NumberId>(Failure failure) && failure.is(Failure.Kind.RECONCILE);
    }

    /// Reads what is true after a lost or ambiguous answer.
    ///
    /// @param doubt the answer; empty when it was lost with an earlier worker
    private Optional<Outcome> look(
            PlannedItem planned, Operation.Move move, NumberId number, Optional<Failure> doubt, Trail trail)
            throws InterruptedException {
        Reply<Optional<Described>> reply = steps.call(
                trail, Api.DESCRIBE_PHONE_NUMBER, () -> steps.connect().describe(number));
        return switch (reply) {
            case Reply.Ok<Optional<Described>>(Optional<Described> found)
            when found.filter(described -> isUnderWay(described, move)).isPresent() ->
                ledger.accepted(planned, number)
                        ? arrival.confirm(planned, move.target(), number, trail)
                        : Optional.empty();
            case Reply.Ok<Optional<Described>> _ ->
                doubt.isPresent() ? notMoved(doubt.get()) : send(planned, move, number, trail);
            case Reply.Refused<Optional<Described>>(Failure failure) -> Arrival.unclear(failure);
        };
    }

    private static boolean isUnderWay(Described described, Operation.Move move) {
        return described.status() == ConnectNumbers.ClaimStatus.IN_PROGRESS
                || move.target().is(described.held().targetArn());
    }

    private static Optional<Outcome> notMoved(Failure doubt) {
        return Optional.of(
                doubt.is(Failure.Kind.TRANSIENT)
                        ? Outcome.of(
                                Reason.SERVICE_UNAVAILABLE,
                                "no answer, and the number is where it was: " + doubt.sentence(),
                                doubt)
                        : Outcome.of(Reason.IN_USE, doubt.sentence(), doubt));
    }
}
