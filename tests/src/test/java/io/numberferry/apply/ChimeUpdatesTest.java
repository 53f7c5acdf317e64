package io.numberferry.apply;

import static io.numberferry.domain.Samples.allDetails;
import static io.numberferry.domain.Samples.name;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Standing;
import io.numberferry.throttle.Quotas;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChimeUpdatesTest {
    private static final PhoneNumber NUMBER = number(0);
    private static final String ALL = "product_type=SipMediaApplicationDialIn calling_name=Front Desk name=desk-1";

    private final World world = new World();
    private final FakeChime chime = world.chime;
    private final Script script = chime.wire().script();

    @Test
    void detailsAreChangedOneACallInOrder() throws InterruptedException {
        hold(1);
        world.work(row(2, allDetails()));

        assertThat(chime.effects())
                .containsExactly("Product " + NUMBER.e164(), "CallingName " + NUMBER.e164(), "Name " + NUMBER.e164());
        assertThat(world.outcome(2))
                .isEqualTo(Outcome.of(Reason.DONE_PENDING, "")
                        .afterAttempts(3)
                        .from("not owned")
                        .leaving(ALL));
    }

    @Test
    void aChangeWithoutACallingNameIsDoneAtOnce() throws InterruptedException {
        hold(1);
        world.work(row(2, name("calling_name=x")));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void rowsShareTheCallsOfADetail() throws InterruptedException {
        hold(60);
        world.work(updates(60));

        assertThat(world.reasons()).hasSize(60).containsOnly(Reason.DONE_PENDING);
        assertThat(chime.wire().log(Api.BATCH_UPDATE_CHIME_NUMBERS)).hasSize(6);
    }

    @Test
    void aSingleRowTakesTheCallForOneNumber() throws InterruptedException {
        hold(51);
        world.work(IntStream.range(2, 53).mapToObj(line -> row(line, name("x"))).toList());

        assertThat(chime.wire().log(Api.BATCH_UPDATE_CHIME_NUMBERS)).hasSize(1);
        assertThat(chime.wire().log(Api.UPDATE_CHIME_NUMBER)).hasSize(1);
    }

    @Test
    void aDetailThatIsRightAlreadyIsNotSent() throws InterruptedException {
        Standing.OnChime held =
                new Standing.OnChime("SipMediaApplicationDialIn", "Front Desk", false, "", Optional.empty());
        chime.hold(NUMBER, held);
        world.work(standing(row(2, allDetails()), held));

        assertThat(chime.effects()).containsExactly("Name " + NUMBER.e164());
        assertThat(world.outcome(2))
                .isEqualTo(Outcome.of(Reason.DONE, "")
                        .afterAttempts(1)
                        .from("product_type=SipMediaApplicationDialIn calling_name=Front Desk")
                        .leaving("name=desk-1"));
    }

    @Test
    void aFirstDetailThatIsRefusedFailsTheRow() throws InterruptedException {
        hold(1);
        script.always(Api.UPDATE_CHIME_NUMBER, Fault.refusal(Kind.ROW, "UnprocessableEntityException"));
        world.work(row(2, allDetails()));

        assertThat(world.reason(2)).isEqualTo(Reason.REFUSED);
        assertThat(world.outcome(2).after()).isEmpty();
        assertThat(chime.wire().log()).hasSize(1);
    }

    @Test
    void aLaterDetailThatIsRefusedLeavesTheRowPartlyDone() throws InterruptedException {
        hold(3);
        chime.refuses(number(1), "", "Unprocessable");
        world.work(updates(3));

        assertThat(world.reasons()).containsExactly(Reason.DONE_PENDING, Reason.PARTLY_DONE, Reason.DONE_PENDING);
        assertThat(world.outcome(3))
                .isEqualTo(Outcome.of(Reason.PARTLY_DONE, "calling_name was not changed: refused (Unprocessable)")
                        .withService(new Outcome.ServiceError("Unprocessable", "refused"))
                        .afterAttempts(2)
                        .from("not owned")
                        .leaving("product_type=SipMediaApplicationDialIn"));
        assertThat(chime.standing(number(1)).name()).isEmpty();
    }

    @Test
    void aLaterDetailThatIsUnknownLeavesTheRowUnknown() throws InterruptedException {
        hold(1);
        script.next(Api.UPDATE_CHIME_NUMBER, new Fault.Nothing());
        script.always(Api.UPDATE_CHIME_NUMBER, new Fault.AnswerLost());
        script.always(Api.GET_CHIME_NUMBER, Fault.denied());
        world.work(row(2, allDetails()));

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
        assertThat(world.outcome(2).after()).isEqualTo("product_type=SipMediaApplicationDialIn");
    }

    @Test
    void aDetailWithoutAnyAnswerIsReadBack() throws InterruptedException {
        hold(1);
        script.always(Api.UPDATE_CHIME_NUMBER, new Fault.AnswerLost());
        world.work(row(2, allDetails()));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_PENDING);
        assertThat(world.outcome(2).after()).isEqualTo(ALL);
    }

    @Test
    void aCallingNameWhoseLastChangeIsPendingIsToldFromOthers() throws InterruptedException {
        chime.hold(NUMBER, new Standing.OnChime("VoiceConnector", "Old", true, "", Optional.empty()));
        script.always(Api.UPDATE_CHIME_NUMBER, Fault.refusal(Kind.RECONCILE, "ConflictException"));
        world.work(row(2, new Operation.Update(Optional.empty(), Optional.of("New"), Optional.empty())));

        assertThat(world.reason(2)).isEqualTo(Reason.CALLING_NAME_PENDING);
        assertThat(chime.wire().log(Api.UPDATE_CHIME_NUMBER)).hasSize(1);
    }

    @Test
    void aRowBetweenTwoDetailsStaysOpenWhenTheDeadlineComes() throws InterruptedException {
        assertThat(workUntilTheFirstDetail().remaining()).isEqualTo(1);

        assertThat(chime.effects()).containsExactly("Product " + NUMBER.e164());
        assertThat(world.entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.INTENT);
    }

    @Test
    void aRowThatWasLeftBetweenTwoDetailsIsFinishedByTheNextWorker() throws InterruptedException {
        workUntilTheFirstDetail();
        world.withQuotas(Quotas.defaults());
        world.work(row(2, allDetails()));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE_PENDING);
        assertThat(world.outcome(2).after()).isEqualTo(ALL);
    }

    @Test
    void refusalsOfTheCallerStopTheUpdatesEarly() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        hold(1000);
        script.always(Api.BATCH_UPDATE_CHIME_NUMBERS, Fault.denied());
        world.work(updates(1000));

        assertThat(chime.wire().log()).hasSizeLessThanOrEqualTo(5);
        assertThat(world.reasons()).hasSize(1000).containsOnly(Reason.ACCESS_DENIED, Reason.LANE_STOPPED);
    }

    @Test
    void aStopBetweenTwoDetailsLeavesTheRestPartlyDone() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        hold(1000);
        script.next(
                Api.BATCH_UPDATE_CHIME_NUMBERS,
                Collections.nCopies(20, new Fault.Nothing()).toArray(Fault[]::new));
        script.always(Api.BATCH_UPDATE_CHIME_NUMBERS, Fault.denied());
        world.work(updates(1000));

        assertThat(world.reasons()).hasSize(1000).containsOnly(Reason.PARTLY_DONE);
        assertThat(world.outcome(2).message())
                .isEqualTo("calling_name was not changed: not authorized (AccessDeniedException)");
        assertThat(world.outcome(1001).message())
                .isEqualTo("calling_name was not changed: not sent, because rows like it were refused:"
                        + " not authorized (AccessDeniedException)");
        assertThat(chime.wire().log()).hasSizeLessThanOrEqualTo(25);
    }

    private BatchApplier.Progress workUntilTheFirstDetail() throws InterruptedException {
        hold(1);
        Map<Api, Quota> oneCall = Map.of(Api.UPDATE_CHIME_NUMBER, new Quota(0.01, 1));
        world.withQuotas(new Quotas(Quotas.CONNECT_DEFAULT, Quotas.CHIME_DEFAULT, oneCall));
        return world.work(World.batch(List.of(row(2, allDetails()))), Duration.ofSeconds(60));
    }

    private void hold(int count) {
        for (int n = 0; n < count; n++) {
            chime.hold(number(n), FakeChime.FREE);
        }
    }

    private static List<PlannedItem> updates(int count) {
        return IntStream.range(2, count + 2)
                .mapToObj(line -> row(line, allDetails()))
                .toList();
    }
}
