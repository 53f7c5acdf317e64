package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation.ChangeDetails;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import java.util.Optional;

/// Changes the details of a Connect number: the description, then the tags. What the plan saw to be so already is not
/// sent.
record DetailsRow(Changes changes, Ledger ledger) {

    /// The call that it begins with.
    static Api firstCall(PlannedItem planned, ChangeDetails change, boolean resumed) {
        boolean writes =
                !resumed && change.leftFor(planned.standing()).description().isPresent();
        return writes ? Api.UPDATE_PHONE_NUMBER_METADATA : Api.DESCRIBE_PHONE_NUMBER;
    }

    /// @return the outcome; empty when the row stays open for the next worker
    Optional<Outcome> run(PlannedItem planned, ChangeDetails change, NumberId number, Trail trail)
            throws InterruptedException {
        ChangeDetails lacking = change.leftFor(planned.standing());
        if (lacking.description().isEmpty()) {
            return look(planned, lacking, number, trail);
        }
        String description = lacking.description().get();
        return switch (changes.changeDescription(trail, number, description, ledger.token(planned))) {
            case Changes.Made() -> confirm(planned, lacking, number, trail);
            case Changes.NotMade(Failure failure) -> Refusals.withoutEffect(failure);
            case Changes.Unclear(Failure failure) -> Refusals.unclear(failure);
        };
    }

    private Optional<Outcome> confirm(PlannedItem planned, ChangeDetails change, NumberId number, Trail trail)
            throws InterruptedException {
        ConnectSteps.Confirmed confirmed = changes.steps()
                .confirm(trail, number, held -> change.description().equals(Optional.of(held.description())));
        return switch (confirmed) {
            case ConnectSteps.Claimed(Described found) ->
                change.tags().isEmpty() ? Optional.of(done(change)) : retag(planned, change, found, trail);
            case ConnectSteps.Ended(String message) ->
                Optional.of(Outcome.of(Reason.CHANGE_FAILED, "the service gave up: " + message));
            case ConnectSteps.Unclear(Failure failure) -> Refusals.unclear(failure);
            case ConnectSteps.Unfinished(String message) -> Optional.of(Outcome.of(Reason.STILL_IN_PROGRESS, message));
        };
    }

    /// Only what a number has now tells what is to be set and what to be removed.
    private Optional<Outcome> look(PlannedItem planned, ChangeDetails change, NumberId number, Trail trail)
            throws InterruptedException {
        ConnectSteps steps = changes.steps();
        return switch (steps.call(
                trail, Api.DESCRIBE_PHONE_NUMBER, () -> steps.connect().describe(number))) {
            case Reply.Refused<Optional<Described>>(Failure failure) ->
                trail.resumed() ? Refusals.unclear(failure) : Refusals.withoutEffect(failure);
            case Reply.Ok<Optional<Described>>(Optional<Described> found)
            when found.isEmpty() -> Optional.of(Outcome.of(Reason.NUMBER_NOT_FOUND, "no number has this id"));
            case Reply.Ok<Optional<Described>>(Optional<Described> found) ->
                retag(planned, change, found.orElseThrow(), trail);
        };
    }

    private Optional<Outcome> retag(PlannedItem planned, ChangeDetails change, Described found, Trail trail)
            throws InterruptedException {
        Tags held = found.tags();
        Tags wanted = change.tags().orElseThrow();
        if (held.equals(wanted)) {
            Outcome outcome = trail.mayHaveWritten() ? done(change) : Outcome.of(Reason.ALREADY_DONE, change.already());
            return Optional.of(outcome.from(
                    planned.tagged(ledger.tagsBefore(planned).orElse(held)).before()));
        }
        Optional<Tags> before = ledger.tagsBefore(planned, held);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Retagging.Result result = new Retagging(changes, found.held().id(), trail).run(held, wanted);
        return ended(change, before.get(), result)
                .map(outcome -> outcome.from(planned.tagged(before.get()).before()));
    }

    /// @param before the tags that the number had when the row was begun
    private static Optional<Outcome> ended(ChangeDetails change, Tags before, Retagging.Result result) {
        return switch (result.last()) {
            case Changes.Made() -> Optional.of(done(change));
            case Changes.NotMade(Failure failure) -> {
                boolean begun =
                        change.description().isPresent() || !result.tags().equals(before);
                yield Refusals.withoutEffect(failure)
                        .map(outcome -> begun ? partly(change, result.tags(), failure) : outcome);
            }
            case Changes.Unclear(Failure failure) ->
                Refusals.unclear(failure)
                        .map(outcome -> change.description()
                                .map(text -> outcome.leaving("description=" + text))
                                .orElse(outcome));
        };
    }

    /// @param reached the tags that the number has now
    private static Outcome partly(ChangeDetails change, Tags reached, Failure failure) {
        return Outcome.of(Reason.PARTLY_DONE, "not all tags were changed: " + failure.sentence(), failure)
                .leaving(new ChangeDetails(change.numberId(), change.description(), Optional.of(reached)).words());
    }

    private static Outcome done(ChangeDetails change) {
        return Outcome.of(Reason.DONE, "").leaving(change.words());
    }
}
