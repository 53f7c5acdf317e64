package io.numberferry.apply;

import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.move;
import static io.numberferry.domain.Samples.moveWithFlow;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.Api;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoveRowTest {
    private static final PhoneNumber NUMBER = number(0);
    private static final PlannedItem MOVE = standingAt(row(2, move(OHIO)), OREGON);
    private static final String AT_OHIO = "target=" + OHIO.arn().orElseThrow();
    private static final String AT_OREGON = "target=" + OREGON.arn().orElseThrow();
    private static final Fault IN_USE = Fault.refusal(Kind.RECONCILE, "ResourceInUseException", "busy");

    private final World world = new World();
    private final FakeConnect connect = world.connect;
    private final Script script = connect.wire().script();

    @BeforeEach
    void ownTheNumber() {
        connect.own(NUMBER, OREGON);
    }

    @Test
    void aMoveSucceedsWhenTheNumberIsSeenClaimedAtTheNewTarget() throws InterruptedException {
        world.work(MOVE);

        assertThat(world.outcome(2))
                .isEqualTo(Outcome.of(
                                Reason.DONE_WITHOUT_FLOW,
                                "moved; a flow does not move with its number, so it has none now")
                        .withNumber(Optional.of(Samples.id(NUMBER)))
                        .afterAttempts(2)
                        .from(AT_OREGON)
                        .leaving(AT_OHIO));
    }

    @Test
    void aNumberThatStillShowsItsOldTargetHasNotMovedYet() throws InterruptedException {
        connect.showsOldTargetDuringMoves();
        connect.finishing(() -> Duration.ofSeconds(30));
        world.work(MOVE);

        assertThat(world.outcome(2).after()).isEqualTo(AT_OHIO);
        assertThat(world.time.passed()).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void aMoveThatNeverArrivesIsUnknown() throws InterruptedException {
        connect.showsOldTargetDuringMoves();
        connect.finishing(() -> Duration.ofDays(1));
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.STILL_IN_PROGRESS);
        assertThat(world.outcome(2).message())
                .startsWith("accepted, and not finished after 5 minutes: CLAIMED at "
                        + OREGON.arn().orElseThrow());
    }

    @Test
    void aFlowIsAttachedAtTheNewTarget() throws InterruptedException {
        world.work(standingAt(row(2, moveWithFlow(OHIO)), OREGON));

        assertThat(world.outcome(2).after()).isEqualTo(AT_OHIO + " flow=" + Samples.FLOW);
        assertThat(connect.flowOf(NUMBER, OHIO)).contains(Samples.FLOW);
    }

    @Test
    void aNumberThatHasArrivedOnlyGetsItsFlow() throws InterruptedException {
        connect.own(NUMBER, OHIO);
        world.work(standingAt(row(2, moveWithFlow(OHIO)), OHIO));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.effects()).containsExactly("attach " + NUMBER.e164());
    }

    @Test
    void aNumberWhoseIdIsNotKnownIsLookedUp() throws InterruptedException {
        world.work(row(2, move(OHIO)));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
        assertThat(connect.wire().log(Api.LIST_PHONE_NUMBERS_V2)).hasSize(1);
    }

    @Test
    void aNumberThatIsFoundAtATargetThatIsNotAllowedIsLeftThere() throws InterruptedException {
        AllowList onlyOhio = AllowList.of(List.of(OHIO), false);
        List<PlannedItem> rows = List.of(row(2, move(OHIO)));
        Batch batch = new Batch(World.batch(rows).id(), rows, Caution.none(), onlyOhio);
        world.work(batch, Duration.ofHours(1));

        assertThat(world.reason(2)).isEqualTo(Reason.REFUSED);
        assertThat(world.outcome(2).message())
                .startsWith(AllowList.standsAt(OREGON.arn().orElseThrow()));
        assertThat(connect.effects()).isEmpty();
    }

    @Test
    void aNumberIsLookedUpOnEveryPage() throws InterruptedException {
        connect.pageSize(2);
        for (int n = 1; n < 6; n++) {
            connect.own(number(n), OREGON);
        }
        world.work(row(7, move(OHIO)));

        assertThat(world.reason(7)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
        assertThat(connect.wire().log(Api.LIST_PHONE_NUMBERS_V2)).hasSize(3);
    }

    @Test
    void aNumberThatTheRowIdentifiesIsNotLookedUp() throws InterruptedException {
        Operation byArn = new Operation.Move(Optional.of(Samples.id(NUMBER).arn()), OHIO, Optional.empty());
        world.work(row(2, byArn));

        assertThat(world.outcome(2).number()).contains(Samples.id(NUMBER));
        assertThat(connect.wire().log(Api.LIST_PHONE_NUMBERS_V2)).isEmpty();
    }

    @Test
    void aNumberThatIsNotOwnedIsNotFound() throws InterruptedException {
        connect.disown(NUMBER);
        world.work(row(2, move(OHIO)));

        assertThat(world.reason(2)).isEqualTo(Reason.NUMBER_NOT_FOUND);
        assertThat(world.outcome(2).message()).isEqualTo("the account's inventory does not have it");
        assertThat(connect.effects()).isEmpty();
    }

    @Test
    void aLookUpThatGetsNoAnswerChangesNothing() throws InterruptedException {
        script.always(Api.LIST_PHONE_NUMBERS_V2, new Fault.RequestLost());
        world.work(row(2, move(OHIO)));

        assertThat(world.reason(2)).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(world.outcome(2).message())
                .isEqualTo("no answer, and nothing has changed: no answer (SocketTimeoutException)");
    }

    @Test
    void aLostAnswerIsRepeatedWithTheSameToken() throws InterruptedException {
        script.next(Api.UPDATE_PHONE_NUMBER, new Fault.AnswerLost());
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
        assertThat(connect.effects()).containsExactly("move " + NUMBER.e164());
    }

    @Test
    void aMoveWithoutAnyAnswerIsFollowedWhenItIsUnderWay() throws InterruptedException {
        connect.finishing(() -> Duration.ofMinutes(2));
        script.always(Api.UPDATE_PHONE_NUMBER, new Fault.AnswerLost());
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
    }

    @Test
    void aMoveWithoutAnyAnswerFailsWhenTheNumberIsWhereItWas() throws InterruptedException {
        script.always(Api.UPDATE_PHONE_NUMBER, new Fault.RequestLost());
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(connect.targetOf(NUMBER)).contains(OREGON);
    }

    @Test
    void aMoveWhoseLastRequestArrivesAfterAReadIsSeen() throws InterruptedException {
        script.next(Api.UPDATE_PHONE_NUMBER, Fault.requestsLost(6));
        script.next(Api.UPDATE_PHONE_NUMBER, new Fault.Delayed(Duration.ofSeconds(25)));
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
        assertThat(connect.targetOf(NUMBER)).contains(OHIO);
    }

    @Test
    void aMoveThatMayStillComeStaysOpenWhenTheTimeIsUp() throws InterruptedException {
        script.next(Api.UPDATE_PHONE_NUMBER, new Fault.RequestLost(), Fault.denied());
        BatchApplier.Progress progress = world.work(World.batch(List.of(MOVE)), Duration.ofSeconds(25));

        assertThat(progress.remaining()).isEqualTo(1);
    }

    @Test
    void aMoveToAGroupThatWasTakenOverIsFoundThere() throws InterruptedException {
        PlannedItem byNumber = row(2, move(GROUP));
        Journal.Lease lease = world.journal.take(Samples.batch(Service.CONNECT, 1), "first");
        world.journal.intend(
                lease,
                Journal.Entry.intent(
                        2, ClientToken.of(lease.batch().job(), byNumber, 1), ClientToken.parametersHash(byNumber)));
        connect.own(NUMBER, GROUP);
        world.work(byNumber);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
        assertThat(connect.effects()).isEmpty();
    }

    @Test
    void aMoveIsUnknownWhenNeitherItNorTheNumberAnswers() throws InterruptedException {
        script.always(Api.UPDATE_PHONE_NUMBER, new Fault.AnswerLost());
        script.always(Api.DESCRIBE_PHONE_NUMBER, new Fault.RequestLost());
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
    }

    @Test
    void aRefusalAfterALostAnswerIsNotBelieved() throws InterruptedException {
        script.next(
                Api.UPDATE_PHONE_NUMBER, new Fault.AnswerLost(), Fault.refusal(Kind.ROW, "InvalidParameterException"));
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
    }

    @Test
    void aBusyNumberIsTriedAgainAfterAWhile() throws InterruptedException {
        script.next(Api.UPDATE_PHONE_NUMBER, IN_USE, IN_USE);
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
        assertThat(world.time.passed()).isGreaterThan(Duration.ofSeconds(10));
    }

    @Test
    void aNumberThatStaysBusyIsInUse() throws InterruptedException {
        script.always(Api.UPDATE_PHONE_NUMBER, IN_USE);
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.IN_USE);
        assertThat(connect.wire().log(Api.UPDATE_PHONE_NUMBER)).hasSize(4);
    }

    @Test
    void aTokenThatWasSentWithOtherValuesIsNotTriedAgain() throws InterruptedException {
        script.always(Api.UPDATE_PHONE_NUMBER, Fault.refusal(Kind.RECONCILE, "IdempotencyException"));
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.TOKEN_CONFLICT);
        assertThat(connect.wire().log(Api.UPDATE_PHONE_NUMBER)).hasSize(1);
    }

    @Test
    void aThrottledMoveIsSentAgain() throws InterruptedException {
        script.next(Api.UPDATE_PHONE_NUMBER, Fault.throttled());
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
    }

    @Test
    void aRefusedMoveIsRefused() throws InterruptedException {
        script.always(Api.UPDATE_PHONE_NUMBER, Fault.refusal(Kind.ROW, "InvalidParameterException"));
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.REFUSED);
    }

    @Test
    void aMissingTargetIsNamed() throws InterruptedException {
        script.always(Api.UPDATE_PHONE_NUMBER, Fault.refusal(Kind.TARGET, "ResourceNotFoundException"));
        world.work(standingAt(row(2, move(GROUP)), OREGON));

        assertThat(world.reason(2)).isEqualTo(Reason.TARGET_NOT_FOUND);
    }

    @Test
    void aDeniedMoveIsDenied() throws InterruptedException {
        script.always(Api.UPDATE_PHONE_NUMBER, Fault.denied());
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.ACCESS_DENIED);
    }

    @Test
    void aMoveThatFailsLaterIsToBeLookedUp() throws InterruptedException {
        connect.failsLater(NUMBER, "the group is not active");
        world.work(MOVE);

        assertThat(world.reason(2)).isEqualTo(Reason.MOVE_FAILED);
        assertThat(world.outcome(2).message()).isEqualTo("the service gave up: the group is not active");
    }

    @Test
    void aBusyNumberIsNotWaitedForBeyondTheDeadline() throws InterruptedException {
        connect.wire().latency(() -> Duration.ofSeconds(4));
        script.always(Api.UPDATE_PHONE_NUMBER, IN_USE);
        world.work(World.batch(List.of(MOVE)), Duration.ofSeconds(21));

        assertThat(world.reasons()).isEmpty();
        assertThat(world.time.passed()).isEqualTo(Duration.ofSeconds(22));
    }
}
