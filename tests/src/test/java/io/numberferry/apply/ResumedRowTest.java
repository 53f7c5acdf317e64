package io.numberferry.apply;

import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.associate;
import static io.numberferry.domain.Samples.attachFlow;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.describeAs;
import static io.numberferry.domain.Samples.move;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.release;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.apply.Journal.Entry;
import io.numberferry.apply.Journal.Lease;
import io.numberferry.domain.Api;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a worker does with the rows that an earlier one began.
class ResumedRowTest {
    private static final PhoneNumber NUMBER = number(0);
    private static final PlannedItem CLAIM = row(2, claim(OREGON));
    private static final PlannedItem MOVE = standingAt(row(2, move(OHIO)), OREGON);
    private static final PlannedItem FLOW = standingAt(row(2, attachFlow(OREGON)), OREGON);
    private static final PlannedItem ASSOCIATION = row(2, associate(NORTH));
    private static final PlannedItem RELEASE = standingAt(row(2, release()), OREGON);

    private final World world = new World();
    private final FakeConnect connect = world.connect;
    private final Script script = connect.wire().script();

    @Test
    void aClaimThatWasPerhapsSentIsLookedUpBeforeItIsSent() throws InterruptedException {
        intended(CLAIM);
        world.work(CLAIM);

        assertThat(apis())
                .containsExactly(Api.LIST_PHONE_NUMBERS_V2, Api.CLAIM_PHONE_NUMBER, Api.DESCRIBE_PHONE_NUMBER);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aClaimThatWasSentIsNotSentAgain() throws InterruptedException {
        intended(CLAIM);
        connect.own(NUMBER, OREGON);
        world.work(CLAIM);

        assertThat(apis()).containsExactly(Api.LIST_PHONE_NUMBERS_V2, Api.DESCRIBE_PHONE_NUMBER);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aClaimIsSentAgainWithTheTokenThatTheJournalHas() throws InterruptedException {
        ClientToken token = new ClientToken("00000000-1111-2222-3333-444444444444");
        Lease lease = world.journal.take(Samples.batch(Service.CONNECT, 1), "first");
        world.journal.intend(lease, Entry.intent(2, token, ClientToken.parametersHash(CLAIM)));
        world.work(CLAIM);

        assertThat(connect.tokens()).containsExactly(token);
    }

    @Test
    void aRowThatWasBegunWithOtherValuesStopsItsBatchBeforeAnyCall() {
        intended(row(2, claim(OHIO)));

        assertThatThrownBy(() -> world.work(CLAIM, row(3, claim(OREGON))))
                .isInstanceOf(OtherValuesException.class)
                .hasMessage("Line 2 was begun with other values than it has now; nothing was sent for its batch."
                        + " Upload the file again: that is a job of its own.");
        assertThat(connect.wire().log()).isEmpty();
    }

    @Test
    void aRowThatEndedWithOtherValuesStopsItsBatchToo() throws InterruptedException {
        world.work(row(2, claim(OHIO)));

        assertThatThrownBy(() -> world.work(CLAIM)).isInstanceOf(OtherValuesException.class);
    }

    @Test
    void aRowThatWasBegunWithOtherValuesIsNotSettled() throws InterruptedException {
        intended(row(2, claim(OHIO)));

        assertThat(world.settle(List.of(CLAIM)).remaining()).isEqualTo(1);
        assertThat(connect.wire().log()).isEmpty();
    }

    @Test
    void aClaimThatCannotBeLookedUpIsUnknown() throws InterruptedException {
        intended(CLAIM);
        script.always(Api.LIST_PHONE_NUMBERS_V2, Fault.denied());
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
        assertThat(connect.wire().log(Api.CLAIM_PHONE_NUMBER)).isEmpty();
    }

    @Test
    void anAcceptedClaimIsOnlyConfirmed() throws InterruptedException {
        accepted(CLAIM);
        connect.own(NUMBER, OREGON);
        world.work(CLAIM);

        assertThat(apis()).containsExactly(Api.DESCRIBE_PHONE_NUMBER);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aMoveThatWasPerhapsSentIsLookedUpBeforeItIsSent() throws InterruptedException {
        intended(MOVE);
        connect.own(NUMBER, OREGON);
        world.work(MOVE);

        assertThat(apis())
                .containsExactly(Api.DESCRIBE_PHONE_NUMBER, Api.UPDATE_PHONE_NUMBER, Api.DESCRIBE_PHONE_NUMBER);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
    }

    @Test
    void aMoveThatWasSentIsNotSentAgain() throws InterruptedException {
        intended(MOVE);
        connect.own(NUMBER, OHIO);
        world.work(MOVE);

        assertThat(apis()).containsOnly(Api.DESCRIBE_PHONE_NUMBER);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
    }

    @Test
    void anAcceptedMoveIsOnlyConfirmed() throws InterruptedException {
        accepted(MOVE);
        connect.own(NUMBER, OHIO);
        world.work(MOVE);

        assertThat(apis()).containsExactly(Api.DESCRIBE_PHONE_NUMBER);
    }

    @Test
    void aFlowThatWasPerhapsAttachedIsLookedUpBeforeItIsAttached() throws InterruptedException {
        intended(FLOW);
        connect.own(NUMBER, OREGON);
        world.work(FLOW);

        assertThat(apis()).containsExactly(Api.BATCH_GET_FLOW_ASSOCIATION, Api.ASSOCIATE_CONTACT_FLOW);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aFlowThatWasAttachedIsNotAttachedAgain() throws InterruptedException {
        intended(FLOW);
        connect.own(NUMBER, OREGON, FLOW.flowId().orElseThrow());
        world.work(FLOW);

        assertThat(apis()).containsExactly(Api.BATCH_GET_FLOW_ASSOCIATION);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aReleaseThatWasPerhapsSentIsDoneWhenTheNumberIsGone() throws InterruptedException {
        intended(RELEASE);
        world.work(RELEASE);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(world.outcome(2).after()).isEqualTo("released");
    }

    @Test
    void aReleaseThatWasPerhapsSentIsDoneWhenTheNumberCannotBeFound() throws InterruptedException {
        PlannedItem byNumber = row(2, release());
        intended(byNumber);
        world.work(byNumber);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aChangeThatWasPerhapsSentIsUnknownWhenItsNumberCannotBeLookedUp() throws InterruptedException {
        PlannedItem byNumber = row(2, release());
        intended(byNumber);
        script.always(Api.LIST_PHONE_NUMBERS_V2, new Fault.RequestLost());
        world.work(byNumber);

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
    }

    @Test
    void aReleaseThatWasNotSentIsSent() throws InterruptedException {
        intended(RELEASE);
        connect.own(NUMBER, OREGON);
        world.work(RELEASE);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.effects()).containsExactly("release " + NUMBER.e164());
    }

    @Test
    void aRefusalOfAChangeThatWasPerhapsSentIsNotBelieved() throws InterruptedException {
        PlannedItem update = standingAt(row(2, describeAs("")), OREGON);
        intended(update);
        connect.own(NUMBER, OREGON);
        script.always(Api.UPDATE_PHONE_NUMBER_METADATA, Fault.refusal(Kind.ROW, "InvalidParameterException"));
        world.work(update);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aChimeRowThatWasPerhapsSentIsLookedUpBeforeItIsSent() throws InterruptedException {
        world.chime.hold(NUMBER, FakeChime.FREE);
        intendedOnChime(ASSOCIATION);
        world.work(ASSOCIATION);

        assertThat(chimeApis()).containsExactly(Api.GET_CHIME_NUMBER, Api.ASSOCIATE_WITH_GROUP);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aChimeRowThatWasSentIsNotSentAgain() throws InterruptedException {
        world.chime.hold(NUMBER, FakeChime.at(FakeChime.FREE, NORTH));
        intendedOnChime(ASSOCIATION);
        world.work(ASSOCIATION);

        assertThat(chimeApis()).containsExactly(Api.GET_CHIME_NUMBER);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aChimeRowThatCannotBeLookedUpIsSentAgain() throws InterruptedException {
        world.chime.hold(NUMBER, FakeChime.FREE);
        intendedOnChime(ASSOCIATION);
        world.chime.wire().script().always(Api.GET_CHIME_NUMBER, Fault.denied());
        world.work(ASSOCIATION);

        assertThat(world.chime.standing(NUMBER).association()).contains(NORTH.id());
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    private void intendedOnChime(PlannedItem row) {
        Lease lease = world.journal.take(Samples.batch(Service.CHIME, 1), "first");
        world.journal.intend(lease, Entry.intent(2, token(row), ClientToken.parametersHash(row)));
    }

    private List<Api> chimeApis() {
        return world.chime.wire().log().stream().map(FakeWire.Arrived::api).toList();
    }

    private static ClientToken token(PlannedItem row) {
        return ClientToken.of(Samples.batch(Service.CONNECT, 1).job(), row, 1);
    }

    private Lease intended(PlannedItem row) {
        Lease lease = world.journal.take(Samples.batch(Service.CONNECT, 1), "first");
        world.journal.intend(lease, Entry.intent(row.line(), token(row), ClientToken.parametersHash(row)));
        return lease;
    }

    private void accepted(PlannedItem row) {
        world.journal.accepted(intended(row), row.line(), Samples.id(row.number()));
    }

    private List<Api> apis() {
        return connect.wire().log().stream().map(FakeWire.Arrived::api).toList();
    }
}
