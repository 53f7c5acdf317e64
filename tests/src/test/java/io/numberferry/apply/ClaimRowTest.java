package io.numberferry.apply;

import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.claimWithFlow;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimRowTest {
    private static final PhoneNumber NUMBER = number(0);
    private static final PlannedItem CLAIM = row(2, claim(OREGON));
    private static final String AT_OREGON = "target=" + OREGON.arn().orElseThrow();

    private final World world = new World();
    private final FakeConnect connect = world.connect;
    private final Script script = connect.wire().script();

    @Test
    void aClaimSucceedsWhenTheNumberIsSeenClaimedAtTheTarget() throws InterruptedException {
        connect.finishing(() -> Duration.ofSeconds(20));
        world.work(CLAIM);

        assertThat(world.outcome(2))
                .isEqualTo(Outcome.of(Reason.DONE, "")
                        .withNumber(Optional.of(Samples.id(NUMBER)))
                        .afterAttempts(5)
                        .from("not owned")
                        .leaving(AT_OREGON));
        assertThat(connect.wire().log(Api.DESCRIBE_PHONE_NUMBER)).hasSize(4);
    }

    @Test
    void aClaimToATrafficDistributionGroupIsConfirmedThere() throws InterruptedException {
        world.work(row(2, claim(GROUP)));

        assertThat(world.outcome(2).after()).isEqualTo("target=" + GROUP.groupArn());
    }

    @Test
    void aNumberThatWasClaimedForAGroupGetsItsFlowByTheNextRow() throws InterruptedException {
        world.work(row(2, claim(GROUP)), after(2, row(3, NUMBER, Samples.attachFlow(OREGON))));

        assertThat(world.reason(3)).isEqualTo(Reason.DONE);
        assertThat(connect.flowOf(NUMBER, OREGON)).contains(Samples.FLOW);
    }

    @Test
    void aFlowIsAttachedOnceTheNumberIsClaimed() throws InterruptedException {
        world.work(row(2, claimWithFlow(OREGON)));

        assertThat(world.outcome(2).after()).isEqualTo(AT_OREGON + " flow=" + Samples.FLOW);
        assertThat(connect.flowOf(NUMBER, OREGON)).contains(Samples.FLOW);
    }

    @Test
    void aNumberThatIsOursWithoutItsFlowIsNotClaimedAgain() throws InterruptedException {
        connect.own(NUMBER, OREGON);
        world.work(standingAt(row(2, claimWithFlow(OREGON)), OREGON));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.effects()).containsExactly("attach " + NUMBER.e164());
        assertThat(connect.wire().log(Api.CLAIM_PHONE_NUMBER)).isEmpty();
    }

    @Test
    void aThrottledClaimIsSentAgainUntilItIsTaken() throws InterruptedException {
        script.next(Api.CLAIM_PHONE_NUMBER, NUMBER, Fault.throttled(), Fault.throttled(), Fault.throttled());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.wire().log(Api.CLAIM_PHONE_NUMBER)).hasSize(4);
    }

    @Test
    void aClaimThatIsThrottledToTheEndStaysOpen() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.throttled());
        BatchApplier.Progress progress = world.work(CLAIM);

        assertThat(progress).isEqualTo(new BatchApplier.Progress(1, 1));
        assertThat(world.reasons()).isEmpty();
    }

    @Test
    void aLostRequestIsRepeated() throws InterruptedException {
        script.next(Api.CLAIM_PHONE_NUMBER, NUMBER, new Fault.RequestLost(), new Fault.RequestLost());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(world.outcome(2).attempts()).isEqualTo(4);
    }

    @Test
    void aLostAnswerIsRepeatedWithTheSameToken() throws InterruptedException {
        script.next(Api.CLAIM_PHONE_NUMBER, NUMBER, new Fault.AnswerLost());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.effects()).containsExactly("claim " + NUMBER.e164());
        assertThat(connect.wire().log(Api.LIST_PHONE_NUMBERS_V2)).isEmpty();
    }

    @Test
    void aNumberThatIsTakenAfterALostAnswerIsOursWhenTheInventoryHasIt() throws InterruptedException {
        connect.forgetsTokens();
        script.next(Api.CLAIM_PHONE_NUMBER, NUMBER, new Fault.AnswerLost());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.effects()).containsExactly("claim " + NUMBER.e164());
    }

    @Test
    void aClaimWithoutAnyAnswerIsLookedUp() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, NUMBER, new Fault.AnswerLost());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.wire().log(Api.CLAIM_PHONE_NUMBER)).hasSize(7);
    }

    @Test
    void aClaimWithoutAnyAnswerIsUnknownWhenTheInventoryDoesNotHaveIt() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, NUMBER, new Fault.RequestLost());
        world.work(CLAIM);

        assertThat(world.outcome(2).reason()).isEqualTo(Reason.NO_ANSWER);
        assertThat(world.outcome(2).message())
                .startsWith("no answer, and the number is not in the inventory: no answer (SocketTimeoutException)");
    }

    @Test
    void aClaimIsUnknownWhenNeitherItNorTheInventoryAnswers() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, NUMBER, new Fault.RequestLost());
        script.always(Api.LIST_PHONE_NUMBERS_V2, new Fault.RequestLost());
        world.work(CLAIM);

        assertThat(world.outcome(2).reason()).isEqualTo(Reason.NO_ANSWER);
        assertThat(world.outcome(2).message())
                .startsWith("sent, but what became of it cannot be read: no answer (SocketTimeoutException)");
    }

    @Test
    void aRefusalAfterALostAnswerIsNotBelieved() throws InterruptedException {
        script.next(Api.CLAIM_PHONE_NUMBER, NUMBER, new Fault.AnswerLost(), Fault.denied());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aRefusalAfterALostRequestIsNotBelievedThoughTheInventoryDoesNotHaveIt() throws InterruptedException {
        script.next(Api.CLAIM_PHONE_NUMBER, NUMBER, new Fault.RequestLost(), Fault.denied());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
    }

    @Test
    void aNumberThatSomeoneElseHasIsNotAvailable() throws InterruptedException {
        script.always(
                Api.CLAIM_PHONE_NUMBER,
                NUMBER,
                Fault.refusal(Kind.RECONCILE, "InvalidParameterException", "Phone number not available"));
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.NUMBER_NOT_AVAILABLE);
        assertThat(world.outcome(2).message()).isEqualTo("Phone number not available (InvalidParameterException)");
    }

    @Test
    void aNumberOfOursAtAnotherTargetIsLeftThere() throws InterruptedException {
        connect.own(NUMBER, OHIO);
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.NUMBER_ELSEWHERE);
        assertThat(world.outcome(2).message())
                .isEqualTo("already claimed to " + OHIO.arn().orElseThrow());
        assertThat(world.outcome(2).number()).contains(Samples.id(NUMBER));
        assertThat(connect.effects()).isEmpty();
    }

    @Test
    void aTokenThatWasSentWithOtherValuesIsAConflict() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.refusal(Kind.RECONCILE, "IdempotencyException"));
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.TOKEN_CONFLICT);
    }

    @Test
    void aRowThatIsRefusedIsNotRepeated() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.refusal(Kind.ROW, "InvalidParameterException", "bad tag"));
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.REFUSED);
        assertThat(world.outcome(2).service())
                .contains(new Outcome.ServiceError("InvalidParameterException", "bad tag"));
        assertThat(world.outcome(2).attempts()).isEqualTo(1);
    }

    @Test
    void aMissingTargetIsNamed() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.refusal(Kind.TARGET, "ResourceNotFoundException"));
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.TARGET_NOT_FOUND);
    }

    @Test
    void aFullAccountIsAQuota() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.refusal(Kind.TARGET, "ServiceQuotaExceededException"));
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.QUOTA_REACHED);
    }

    @Test
    void aDeniedClaimIsDenied() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.denied());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.ACCESS_DENIED);
    }

    @Test
    void aClaimThatFailsLaterSaysUntilWhenTheNumberIsHeld() throws InterruptedException {
        connect.failsLater(NUMBER, "regulatory check failed");
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.CLAIM_FAILED);
        assertThat(world.outcome(2).message())
                .isEqualTo("the service gave up: regulatory check failed;"
                        + " seen at 2026-01-01T00:00:01Z, so the number is held for you until about"
                        + " 2026-01-02T00:00:00Z at most; claimed once more, and: the service gave up:"
                        + " regulatory check failed; seen at 2026-01-01T00:00:32Z, so the number is held for you"
                        + " until about 2026-01-02T00:00:00Z at most");
        assertThat(world.outcome(2).number()).contains(Samples.id(NUMBER));
    }

    @Test
    void aClaimThatFailedIsRepeatedOnceWithATokenOfItsOwn() throws InterruptedException {
        connect.failsOnce(NUMBER, "a short failure");
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.tokens()).hasSize(2);
        assertThat(world.entries()).extracting(Journal.Entry::generation).containsExactly(2);
    }

    @Test
    void aClaimThatFailsAgainIsNotRepeatedAThirdTimeNotEvenByAnotherWorker() throws InterruptedException {
        connect.failsLater(NUMBER, "regulatory check failed");
        world.workAndKillAt(Duration.ofSeconds(32), List.of(CLAIM));
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.CLAIM_FAILED);
        assertThat(connect.tokens()).hasSize(2);
    }

    @Test
    void aClaimThatFailedStaysOpenWhenThereIsNoTimeToRepeatIt() throws InterruptedException {
        connect.failsOnce(NUMBER, "a short failure");
        world.work(World.batch(List.of(CLAIM)), Duration.ofSeconds(25));
        assertThat(connect.tokens()).hasSize(1);

        world.work(CLAIM);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.tokens()).hasSize(2);
    }

    @Test
    void aClaimThatFailsLaterOverTheNumberQuotaSaysSo() throws InterruptedException {
        connect.failsLater(NUMBER, "You've reached the limit of Phone Numbers");
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.QUOTA_REACHED);
        assertThat(connect.tokens()).hasSize(1);
    }

    @Test
    void aClaimThatNeverFinishesIsUnknown() throws InterruptedException {
        connect.finishing(() -> Duration.ofDays(1));
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.STILL_IN_PROGRESS);
        assertThat(world.outcome(2).message())
                .startsWith("accepted, and not finished after 5 minutes: IN_PROGRESS at "
                        + OREGON.arn().orElseThrow());
        assertThat(world.time.passed()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void aLookThatBeganInTimeAndAnsweredLateIsNotTheLastWord() throws InterruptedException {
        connect.finishing(() -> Duration.ofSeconds(296));
        Fault late = new Fault.Late(Duration.ofSeconds(7));
        script.next(Api.DESCRIBE_PHONE_NUMBER, NUMBER, late);
        script.next(
                Api.DESCRIBE_PHONE_NUMBER,
                NUMBER,
                Collections.nCopies(11, new Fault.Nothing()).toArray(Fault[]::new));
        script.next(Api.DESCRIBE_PHONE_NUMBER, NUMBER, late);
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aClaimThatWasAcceptedAndIsNotThereIsUnknown() throws InterruptedException {
        world.time.start(() -> {
            world.time.pass(Duration.ofMillis(500));
            connect.disown(NUMBER);
        });
        world.work(CLAIM);

        assertThat(world.outcome(2).message())
                .startsWith("accepted, and not finished after 5 minutes: the number is not there");
    }

    @Test
    void anAcceptedClaimThatMayNotBeReadIsUnknown() throws InterruptedException {
        script.always(Api.DESCRIBE_PHONE_NUMBER, Fault.denied());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
        assertThat(world.outcome(2).message())
                .startsWith("sent, but what became of it cannot be read: not authorized (AccessDeniedException)");
        assertThat(world.outcome(2).number()).contains(Samples.id(NUMBER));
    }

    @Test
    void anAcceptedClaimStaysOpenWhenTheDeadlineComesFirst() throws InterruptedException {
        connect.finishing(() -> Duration.ofMinutes(3));
        world.work(World.batch(List.of(CLAIM)), Duration.ofMinutes(2));

        assertThat(world.entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.ACCEPTED);
        assertThat(world.time.passed()).isEqualTo(Duration.ofMinutes(2));
    }
}
