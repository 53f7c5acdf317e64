package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Target;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What claims and moves have in common once the service accepted them: confirmation, then the flow.
record Arrival(ConnectSteps steps) {
    /// "You have one day to retry claiming the phone number before the number is released back to the
    /// inventory": PhoneNumberStatus in the Connect API reference.
    private static final Duration CLAIM_WINDOW = Duration.ofDays(1);

    /// Follows an accepted claim or move to its end.
    Optional<Outcome> confirm(PlannedItem planned, Target.OnConnect target, NumberId number, Trail trail)
            throws InterruptedException {
        Optional<Outcome> outcome = switch (steps.confirm(trail, number, target)) {
            case ConnectSteps.Claimed(var described) ->
                attachFlow(planned, number, described.held().targetArn(), trail);
            case ConnectSteps.Ended(String message) -> Optional.of(ended(planned, message));
            case ConnectSteps.Unclear(Failure failure) -> unclear(failure);
        };
        return outcome.map(known -> known.withNumber(Optional.of(number)));
    }

    /// Attaches the row's flow, if it names one, to a number that is where it should be.
    Optional<Outcome> attachFlow(PlannedItem planned, NumberId number, String targetArn, Trail trail)
            throws InterruptedException {
        if (planned.flowId().isEmpty()) {
            return Optional.of(withoutFlow(planned).leaving("target=" + targetArn));
        }
        String flowId = planned.flowId().get();
        String instanceId = planned.operation().flowInstanceId().orElseThrow();
        Reply<ConnectNumbers.Done> reply = steps.call(
                trail, Api.ASSOCIATE_CONTACT_FLOW, () -> steps.connect().attachFlow(number, instanceId, flowId));
        return switch (reply) {
            case Reply.Ok<ConnectNumbers.Done> _ ->
                Optional.of(Outcome.of(Reason.DONE, "").leaving("target=" + targetArn + " flow=" + flowId));
            case Reply.Refused<ConnectNumbers.Done>(Failure failure)
            when failure.is(Failure.Kind.OUT_OF_TIME) -> Optional.empty();
            case Reply.Refused<ConnectNumbers.Done>(Failure failure) ->
                Optional.of(Outcome.of(
                                Reason.FLOW_NOT_ATTACHED,
                                "the number is at the target, but the flow was refused: " + failure.sentence(),
                                failure)
                        .leaving("target=" + targetArn));
        };
    }

    /// The outcome when an accepted change can no longer be followed; empty when the next worker can.
    static Optional<Outcome> unclear(Failure failure) {
        return switch (failure.kind()) {
            case OUT_OF_TIME, THROTTLED -> Optional.empty();
            case TRANSIENT, RECONCILE, ROW, TARGET, JOB ->
                Optional.of(Outcome.of(
                        failure.code().equals("StillInProgress") ? Reason.STILL_IN_PROGRESS : Reason.NO_ANSWER,
                        "sent, but what became of it cannot be read: " + failure.sentence(),
                        failure));
        };
    }

    private static Outcome withoutFlow(PlannedItem planned) {
        return planned.operation() instanceof Operation.Move
                ? Outcome.of(
                        Reason.DONE_WITHOUT_FLOW, "moved; a flow does not move with its number, so it has none now")
                : Outcome.of(Reason.DONE, "");
    }

    private Outcome ended(PlannedItem planned, String message) {
        if (planned.operation() instanceof Operation.Move) {
            return Outcome.of(Reason.MOVE_FAILED, "the service gave up: " + message);
        }
        String lostBy = steps.timeline()
                .now()
                .plus(CLAIM_WINDOW)
                .truncatedTo(ChronoUnit.HOURS)
                .toString();
        Reason reason = NumberQuota.isReached(message) ? Reason.QUOTA_REACHED : Reason.CLAIM_FAILED;
        return Outcome.of(
                reason, "the service gave up: " + message + "; the number is held for you until about " + lostBy);
    }
}
