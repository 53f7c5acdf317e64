package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Held;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Claims a number: send, confirm, attach the flow. A lost answer is looked up before anything is sent again.
record ClaimRow(ConnectSteps steps, Arrival arrival, Ledger ledger) {
    /// How long a claim that failed is left alone before it is repeated: long enough for a short failure to be
    /// over.
    private static final Duration BEFORE_SECOND = Duration.ofSeconds(30);

    Optional<Outcome> run(PlannedItem planned, Operation.Claim claim, Trail trail) throws InterruptedException {
        Optional<Outcome> first = ledger.found(planned)
                .map(Journal.Entry::earlierFailure)
                .filter(failure -> !failure.isEmpty())
                .map(failure -> Outcome.of(Reason.CLAIM_FAILED, failure));
        Optional<Outcome> outcome = goOn(planned, claim, trail);
        return first.isPresent() ? outcome.map(second -> joined(first.get(), second)) : outcome;
    }

    private Optional<Outcome> goOn(PlannedItem planned, Operation.Claim claim, Trail trail)
            throws InterruptedException {
        Optional<NumberId> known =
                ledger.found(planned).flatMap(Journal.Entry::number).or(planned::numberId);
        if (known.isPresent()) {
            return confirm(planned, claim, known.get(), trail);
        }
        return trail.resumed() ? look(planned, claim, Optional.empty(), trail) : send(planned, claim, trail);
    }

    private Optional<Outcome> send(PlannedItem planned, Operation.Claim claim, Trail trail)
            throws InterruptedException {
        Reply<NumberId> reply = steps.call(
                trail,
                Api.CLAIM_PHONE_NUMBER,
                () -> steps.connect().claim(claim, planned.number(), ledger.token(planned)));
        return switch (reply) {
            case Reply.Ok<NumberId>(NumberId number) -> accepted(planned, claim, number, trail);
            case Reply.Refused<NumberId>(Failure failure) ->
                trail.mayHaveTakenEffect(failure)
                        ? look(planned, claim, Optional.of(failure), trail)
                        : Refusals.outcome(failure);
        };
    }

    /// Reads what is true after a lost or ambiguous answer.
    ///
    /// @param doubt the answer; empty when it was lost with an earlier worker
    private Optional<Outcome> look(PlannedItem planned, Operation.Claim claim, Optional<Failure> doubt, Trail trail)
            throws InterruptedException {
        Optional<Instant> lostAt = doubt.isPresent() ? trail.lostAt() : Optional.empty();
        Reply<Optional<Held>> reply = steps.aftermath()
                .read(
                        lostAt,
                        () -> steps.find(trail, planned.number(), Optional.of(claim.target())),
                        Optional::isPresent);
        return switch (reply) {
            case Reply.Ok<Optional<Held>>(Optional<Held> held)
            when held.isPresent() -> adopt(planned, claim, held.get(), trail);
            case Reply.Ok<Optional<Held>> _ ->
                doubt.isPresent() ? notOurs(doubt.get(), lostAt.isPresent()) : send(planned, claim, trail);
            case Reply.Refused<Optional<Held>>(Failure failure) -> Refusals.unclear(failure);
        };
    }

    private Optional<Outcome> adopt(PlannedItem planned, Operation.Claim claim, Held held, Trail trail)
            throws InterruptedException {
        return claim.target().is(held.targetArn())
                ? accepted(planned, claim, held.id(), trail)
                : Optional.of(Outcome.of(Reason.NUMBER_ELSEWHERE, "already claimed to " + held.targetArn())
                        .withNumber(Optional.of(held.id())));
    }

    private Optional<Outcome> accepted(PlannedItem planned, Operation.Claim claim, NumberId number, Trail trail)
            throws InterruptedException {
        return ledger.accepted(planned, number) ? confirm(planned, claim, number, trail) : Optional.empty();
    }

    /// Follows an accepted claim to its end, and asks once more for one that failed.
    private Optional<Outcome> confirm(PlannedItem planned, Operation.Claim claim, NumberId number, Trail trail)
            throws InterruptedException {
        Optional<Outcome> outcome = arrival.confirm(planned, claim.target(), number, trail);
        boolean again =
                outcome.filter(ended -> ended.reason() == Reason.CLAIM_FAILED).isPresent()
                        && ledger.generation(planned) == 1
                        && steps.caller().reach() == Caller.Reach.READS_AND_WRITES;
        return again ? claimAgain(planned, claim, outcome.get(), trail) : outcome;
    }

    /// The number is held for us for a day, so the claim is repeated after a pause; with a token of its own,
    /// because the first one would be answered with the claim that failed.
    private Optional<Outcome> claimAgain(PlannedItem planned, Operation.Claim claim, Outcome first, Trail trail)
            throws InterruptedException {
        Caller caller = steps.caller();
        caller.pause(BEFORE_SECOND);
        if (!steps.timeline().now().isBefore(caller.deadline()) || !ledger.renew(planned, first.message())) {
            return Optional.empty();
        }
        trail.anew();
        return send(planned, claim, trail).map(second -> joined(first, second));
    }

    /// Unless the second claim brought the number, the row tells of the first, too: by its hour the number is lost.
    private static Outcome joined(Outcome first, Outcome second) {
        if (second.good() || second.reason() == Reason.FLOW_NOT_ATTACHED) {
            return second;
        }
        return second.reason() == Reason.JOB_STOPPED
                ? first
                : (second.status() == Status.UNKNOWN ? second : first)
                        .saying(first.message() + "; claimed once more, and: " + second.message())
                        .withNumber(second.number());
    }

    /// A list may not show a claim that has not finished, so it proves nothing about a request that went
    /// unanswered.
    ///
    /// @param lost whether one did
    private static Optional<Outcome> notOurs(Failure doubt, boolean lost) {
        if (lost && !doubt.is(Failure.Kind.OUT_OF_TIME) && !doubt.is(Failure.Kind.STOPPED)) {
            String message = (doubt.is(Failure.Kind.TRANSIENT)
                            ? "no answer, and the number is not in the inventory: "
                            : "an earlier request may have got through, this one was refused, and the number is not"
                                    + " in the inventory: ")
                    + doubt.sentence();
            return Optional.of(Outcome.of(Reason.NO_ANSWER, message, doubt));
        }
        return doubt.is(Failure.Kind.RECONCILE) && !Refusals.isTokenConflict(doubt)
                ? Optional.of(Outcome.of(Reason.NUMBER_NOT_AVAILABLE, doubt.sentence(), doubt))
                : Refusals.outcome(doubt);
    }
}
