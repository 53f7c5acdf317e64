package io.numberferry.plan;

import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Recognises rows that need no call: already as they should be, or impossible as the number stands.
final class Settlement {
    private Settlement() {}

    /// The outcome of a row that is settled by where its number stands; empty when there is something to do.
    static Optional<Outcome> of(PlannedItem planned) {
        return switch (planned.standing()) {
            case Standing.NotRead _, Standing.Foreseen _ -> Optional.empty();
            case Standing.Absent _ -> absent(planned.operation());
            case Standing.OnConnect held -> otherId(planned, held).or(() -> connect(planned, held));
            case Standing.OnChime held -> chime(planned.operation(), held);
        };
    }

    /// The outcome of a row that asks for what is so at each stage: however many of the rows before it are done, it
    /// has nothing to change. A row that only reads is for the sake of what those leave.
    ///
    /// @param stages where the number stands now, and after each row on it that is still to be done
    static Optional<Outcome> alreadySo(PlannedItem planned, List<Standing> stages) {
        if (planned.operation() instanceof Operation.Describe && stages.size() > 1) {
            return Optional.empty();
        }
        Optional<Outcome> outcome = Optional.empty();
        for (Standing stage : stages) {
            outcome = of(planned.with(stage instanceof Standing.Foreseen(Standing then) ? then : stage))
                    .filter(settled -> settled.reason() == Reason.ALREADY_DONE);
            if (outcome.isEmpty()) {
                return outcome;
            }
        }
        return outcome;
    }

    /// A release that names the number by its id is sent: a traffic distribution group may hold the number,
    /// and the inventory shows a group's numbers only when the file names the group.
    private static Optional<Outcome> otherId(PlannedItem planned, Standing.OnConnect held) {
        return planned.operation()
                .givenId()
                .map(NumberId::of)
                .filter(given -> !given.id().equals(held.number().id()))
                .map(given -> Outcome.of(
                        Reason.INVALID_NUMBER_ID,
                        "the number's id is " + held.number().id() + ", not " + given.id()));
    }

    private static Optional<Outcome> absent(Operation operation) {
        return operation instanceof Operation.Release && operation.givenId().isEmpty()
                ? already("no instance of the account in this Region holds the number")
                : Optional.empty();
    }

    private static Optional<Outcome> connect(PlannedItem planned, Standing.OnConnect held) {
        return switch (planned.operation()) {
            case Operation.Claim claim
            when !claim.target().is(held.targetArn()) ->
                Optional.of(Outcome.of(Reason.NUMBER_ELSEWHERE, "already claimed to " + held.targetArn()));
            case Operation.Claim claim ->
                flowIsRight(planned, held)
                        .map(outcome ->
                                notApplied(claim, held).map(outcome::advising).orElse(outcome));
            case Operation.Move move when move.target().is(held.targetArn()) -> flowIsRight(planned, held);
            case Operation.Move _ -> Optional.empty();
            case Operation.AttachFlow attach ->
                elsewhere(attach.instance(), held).or(() -> flowIsRight(planned, held));
            case Operation.DetachFlow detach ->
                elsewhere(detach.instance(), held)
                        .or(() -> held.flowId().isEmpty() ? already("the number has no flow") : Optional.empty());
            case Operation.ChangeDetails change when change.lackingOn(held).isEmpty() -> already(same(change));
            case Operation.ChangeDetails _, Operation.Release _ -> Optional.empty();
            case Operation.Describe _ -> already("read only: nothing was to change");
            case Operation.OnChime _ -> Optional.empty();
        };
    }

    /// Nobody is to take the list of tags for a look at the number.
    private static String same(Operation.ChangeDetails change) {
        return change.already()
                + change.tags()
                        .map(_ -> ", by the list of tags, which follows a change after a while")
                        .orElse("");
    }

    private static Optional<Outcome> flowIsRight(PlannedItem planned, Standing.OnConnect held) {
        if (planned.flowId().isEmpty()) {
            return already("the number is already at " + held.targetArn());
        }
        return planned.flowId().equals(held.flowId())
                ? already("the number is already at " + held.targetArn() + " with this flow")
                : Optional.empty();
    }

    /// What a claim says beside its target and flow, and what becomes of that when the number is there already.
    private static Optional<String> notApplied(Operation.Claim claim, Standing.OnConnect held) {
        List<String> advice = new ArrayList<>();
        if (!claim.description().isEmpty() && !claim.description().equals(held.description())) {
            advice.add("Its description is another one and was not changed: a row with operation update does that.");
        }
        if (!claim.tags().isEmpty() && held.tags().isEmpty()) {
            advice.add("Its tags were neither read nor changed: a row with operation update sets them.");
        } else if (!claim.tags().isEmpty() && !held.tags().equals(Optional.of(claim.tags()))) {
            advice.add("Its tags are others and were not changed: a row with operation update does that.");
        }
        return advice.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", advice));
    }

    private static Optional<Outcome> elsewhere(Target.Instance wanted, Standing.OnConnect held) {
        boolean atAnInstance = Target.Instance.idIn(held.targetArn()).isPresent();
        return atAnInstance && !wanted.is(held.targetArn())
                ? Optional.of(Outcome.of(Reason.NOT_AT_TARGET, "the number is at " + held.targetArn()))
                : Optional.empty();
    }

    private static Optional<Outcome> chime(Operation operation, Standing.OnChime held) {
        return switch (operation) {
            case Operation.Associate associate
            when held.association().equals(Optional.of(associate.target().id())) ->
                already("the number is already associated with "
                        + associate.target().id());
            case Operation.Associate associate when !associate.force() -> needsForce(held);
            case Operation.Associate _ -> Optional.empty();
            case Operation.Disassociate leave
            when !held.association().equals(Optional.of(leave.target().id())) ->
                already("the number is not associated with " + leave.target().id());
            case Operation.Disassociate _ -> Optional.empty();
            case Operation.Update update when update.lackingOn(held).isEmpty() -> already("the details are already so");
            case Operation.Update _ -> Optional.empty();
            case Operation.OnConnect _ -> Optional.empty();
        };
    }

    /// Without force, the service refuses a number that is associated with anything.
    private static Optional<Outcome> needsForce(Standing.OnChime held) {
        return held.association().map(at -> Outcome.of(Reason.NEEDS_FORCE, "the number is associated with " + at));
    }

    private static Optional<Outcome> already(String message) {
        return Optional.of(Outcome.of(Reason.ALREADY_DONE, message));
    }
}
