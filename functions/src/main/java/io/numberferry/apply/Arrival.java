package io.numberferry.apply;

import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Target;
import java.time.Duration;
import java.time.Instant;
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
            case ConnectSteps.Ended(String message) -> Optional.of(ended(planned, message, trail));
            case ConnectSteps.Unclear(Failure failure) -> Refusals.unclear(failure);
            case ConnectSteps.Unfinished(String message) -> Optional.of(Outcome.of(Reason.STILL_IN_PROGRESS, message));
        };
        return outcome.map(known -> known.withNumber(Optional.of(number)));
    }

    /// Attaches the row's flow, if it names one, to a number that is where it should be.
    Optional<Outcome> attachFlow(PlannedItem planned, NumberId number, String targetArn, Trail trail)
            throws InterruptedException {
        if (planned.flowId().isEmpty()) {
            return Optional.of(arrived(planned).leaving("target=" + targetArn));
        }
        String flowId = planned.flowId().get();
        String instanceId = planned.operation().flowInstanceId().orElseThrow();
        return switch (new Changes(steps).attachFlow(trail, number, instanceId, flowId)) {
            case Changes.Made() ->
                Optional.of(Outcome.of(Reason.DONE, "").leaving("target=" + targetArn + " flow=" + flowId));
            case Changes.NotMade(Failure failure)
            when failure.is(Failure.Kind.STOPPED) -> Optional.of(stoppedBeforeFlow(targetArn));
            case Changes.NotMade(Failure failure) -> withoutFlow(targetArn, failure);
            case Changes.Unclear(Failure failure) ->
                Refusals.unclear(failure)
                        .map(unclear -> unclear.saying(
                                        "the number is at the target, but whether its flow was attached cannot be read: "
                                                + failure.sentence())
                                .leaving("target=" + targetArn));
        };
    }

    /// The outcome when the number has arrived without its flow; empty when the next worker can attach it.
    private static Optional<Outcome> withoutFlow(String targetArn, Failure failure) {
        String message = "the number is at the target, but the flow was refused: " + failure.sentence();
        return failure.is(Failure.Kind.OUT_OF_TIME)
                ? Optional.empty()
                : Optional.of(
                        Outcome.of(Reason.FLOW_NOT_ATTACHED, message, failure).leaving("target=" + targetArn));
    }

    private static Outcome stoppedBeforeFlow(String targetArn) {
        return Outcome.of(
                        Reason.FLOW_NOT_ATTACHED,
                        "the number is at the target, and the job was stopped before its flow was attached")
                .leaving("target=" + targetArn);
    }

    private static Outcome arrived(PlannedItem planned) {
        return planned.operation() instanceof Operation.Move
                ? Outcome.of(
                        Reason.DONE_WITHOUT_FLOW, "moved; a flow does not move with its number, so it has none now")
                : Outcome.of(Reason.DONE, "");
    }

    private Outcome ended(PlannedItem planned, String message, Trail trail) {
        if (planned.operation() instanceof Operation.Move) {
            return Outcome.of(Reason.MOVE_FAILED, "the service gave up: " + message);
        }
        boolean full = NumberQuota.isReached(message);
        if (full) {
            trail.blame(new Failure(Failure.Kind.TARGET, "FAILED", message));
        }
        Instant seen = steps.timeline().now().truncatedTo(ChronoUnit.SECONDS);
        Instant lost = seen.plus(CLAIM_WINDOW).truncatedTo(ChronoUnit.HOURS);
        return Outcome.of(
                full ? Reason.QUOTA_REACHED : Reason.CLAIM_FAILED,
                "the service gave up: " + message + "; seen at " + seen + ", so the number is held for you until about "
                        + lost + " at most");
    }
}
