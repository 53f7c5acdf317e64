package io.numberferry.apply;

import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.attachFlow;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.describeAs;
import static io.numberferry.domain.Samples.move;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectLaneTest {
    private final World world = new World();
    private final FakeConnect connect = world.connect;
    private final Script script = connect.wire().script();

    @Test
    void everyRowOfABatchEnds() throws InterruptedException {
        BatchApplier.Progress progress = world.work(claims(200));

        assertThat(progress).isEqualTo(new BatchApplier.Progress(200, 0));
        assertThat(world.reasons()).hasSize(200).containsOnly(Reason.DONE);
        assertThat(connect.effects()).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void rowsAreBegunInInputOrder() throws InterruptedException {
        world.work(claims(100));

        assertThat(connect.wire().log(Api.CLAIM_PHONE_NUMBER))
                .extracting(call -> call.numbers().getFirst())
                .containsExactlyElementsOf(
                        claims(100).stream().map(PlannedItem::number).toList());
    }

    @Test
    void rowsAreLookedAtWhileOthersAreClaimed() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        world.work(claims(105));

        // 105 claims take (105 - 5) / 2 = 50 seconds at least, and as many looks do.
        assertThat(world.time.passed()).isLessThan(Duration.ofSeconds(53));
    }

    @Test
    void oneBadRowIsNoOtherRowsMatter() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, number(3), Fault.refusal(Kind.ROW, "InvalidParameterException"));
        script.always(Api.CLAIM_PHONE_NUMBER, number(4), Fault.denied());
        world.work(claims(10));

        assertThat(world.reason(5)).isEqualTo(Reason.REFUSED);
        assertThat(world.reason(6)).isEqualTo(Reason.ACCESS_DENIED);
        assertThat(Collections.frequency(world.reasons(), Reason.DONE)).isEqualTo(8);
    }

    @Test
    void refusalsOfTheCallerStopTheLaneEarly() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.denied());
        world.work(claims(300));

        assertThat(connect.wire().log()).hasSizeLessThan(12);
        int denied = Collections.frequency(world.reasons(), Reason.ACCESS_DENIED);
        assertThat(denied).isEqualTo(connect.wire().log().size());
        assertThat(Collections.frequency(world.reasons(), Reason.LANE_STOPPED)).isEqualTo(300 - denied);
        assertThat(world.outcome(301))
                .isEqualTo(Outcome.of(
                                Reason.LANE_STOPPED,
                                "not sent, because rows like it were refused:"
                                        + " not authorized (AccessDeniedException)")
                        .withService(new Outcome.ServiceError("AccessDeniedException", "not authorized")));
    }

    @Test
    void aRowThatWaitsWhileTheLaneStopsIsNotSent() throws InterruptedException {
        world.withQuotas(new Quotas(new Quota(0.1, 1), Quotas.CHIME_DEFAULT, Map.of()));
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.denied());
        world.work(claims(10));

        assertThat(connect.wire().log()).hasSize(3);
    }

    @Test
    void aQuotaThatShowsOnlyInTheConfirmationStopsClaimsToThatTarget() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < 202; line++) {
            rows.add(row(line, claim(line % 2 == 0 ? OREGON : OHIO)));
            if (line % 2 == 0) {
                connect.failsLater(number(line - 2), "limit of total claimed numbers");
            }
        }
        world.work(rows);

        assertThat(world.outcome(2).reason()).isEqualTo(Reason.QUOTA_REACHED);
        assertThat(world.outcome(200).reason()).isEqualTo(Reason.LANE_STOPPED);
        assertThat(world.outcome(200).message())
                .isEqualTo("not sent, because rows like it were refused: limit of total claimed numbers (FAILED)");
        assertThat(Collections.frequency(world.reasons(), Reason.DONE)).isEqualTo(100);
        assertThat(Collections.frequency(world.reasons(), Reason.QUOTA_REACHED)).isLessThan(10);
    }

    @Test
    void claimsWhoseFlowsAreDeniedStopTheClaims() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        script.always(Api.ASSOCIATE_CONTACT_FLOW, Fault.denied());
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < 102; line++) {
            rows.add(row(line, Samples.claimWithFlow(OREGON)));
        }
        world.work(rows);

        assertThat(connect.effects()).hasSizeLessThan(12);
        assertThat(world.reason(101)).isEqualTo(Reason.LANE_STOPPED);
    }

    @Test
    void aRowAfterAnotherOnItsNumberWaitsForIt() throws InterruptedException {
        world.work(row(2, claim(OREGON)), after(2, row(3, number(0), move(OHIO))));

        assertThat(world.reasons()).containsExactly(Reason.DONE, Reason.DONE_WITHOUT_FLOW);
        assertThat(connect.effects())
                .containsExactly(
                        "claim " + number(0).e164(), "move " + number(0).e164());
    }

    @Test
    void aRowAfterOneThatFailedIsNotSent() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.refusal(Kind.ROW, "InvalidParameterException"));
        world.work(
                row(2, claim(OREGON)),
                after(2, row(3, number(0), move(OHIO))),
                after(3, row(4, number(0), describeAs("x"))));

        assertThat(world.reasons())
                .containsExactly(Reason.REFUSED, Reason.EARLIER_ROW_FAILED, Reason.EARLIER_ROW_FAILED);
        assertThat(world.outcome(3).message()).isEqualTo("not sent, because line 2 ended as REFUSED");
        assertThat(world.outcome(4).message()).isEqualTo("not sent, because line 3 ended as EARLIER_ROW_FAILED");
        assertThat(connect.wire().log()).hasSize(1);
    }

    @Test
    void aRowAfterOneThatIsStillOpenStaysOpen() throws InterruptedException {
        connect.finishing(() -> Duration.ofMinutes(4));
        List<PlannedItem> rows = List.of(row(2, claim(OREGON)), after(2, row(3, number(0), move(OHIO))));
        BatchApplier.Progress first = world.work(World.batch(rows), Duration.ofMinutes(1));
        assertThat(first).isEqualTo(new BatchApplier.Progress(2, 2));

        assertThat(world.work(rows)).isEqualTo(new BatchApplier.Progress(2, 0));
        assertThat(world.reasons()).containsExactly(Reason.DONE, Reason.DONE_WITHOUT_FLOW);
    }

    @Test
    void aRowAfterOneOfAnEarlierBatchReadsHowThatEnded() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, number(1), Fault.refusal(Kind.ROW, "InvalidParameterException"));
        world.work(row(2, claim(OREGON)), row(3, claim(OREGON)));
        List<PlannedItem> later = List.of(
                after(2, row(4, number(0), move(OHIO))),
                after(3, row(5, number(1), move(OHIO))),
                after(4, row(6, number(0), describeAs("x"))));
        world.work(World.batch(2, List.of(row(7, claim(OREGON)))), Duration.ofHours(1));
        world.work(World.batch(3, later), Duration.ofHours(1));

        assertThat(world.reason(4)).isEqualTo(Reason.DONE_WITHOUT_FLOW);
        assertThat(world.reason(5)).isEqualTo(Reason.EARLIER_ROW_FAILED);
        assertThat(world.reason(6)).isEqualTo(Reason.DONE);
    }

    @Test
    void aRowAfterOneThatAnEarlierBatchLeftOpenIsNotSent() throws InterruptedException {
        List<PlannedItem> later = List.of(after(2, row(4, number(0), move(OHIO))));
        BatchApplier.Progress progress = world.work(World.batch(2, later), Duration.ofHours(1));

        assertThat(progress).isEqualTo(new BatchApplier.Progress(1, 0));
        assertThat(world.reason(4)).isEqualTo(Reason.EARLIER_ROW_FAILED);
        assertThat(connect.wire().log()).isEmpty();
    }

    @Test
    void noRowIsBegunShortlyBeforeTheDeadline() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        BatchApplier.Progress progress = world.work(World.batch(claims(500)), Duration.ofSeconds(60));

        // 40 seconds at 2 a second, and the burst.
        assertThat(progress.remaining()).isBetween(415, 425);
        assertThat(world.entries()).hasSize(500 - progress.remaining());
        assertThat(world.reasons()).hasSize(500 - progress.remaining());
    }

    @Test
    void aRowWhoseTurnDidNotComeIsLeftAsItWas() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        world.work(World.batch(claims(500)), Duration.ofSeconds(60));

        assertThat(world.entries()).extracting(Journal.Entry::state).containsOnly(Journal.State.DONE);
    }

    @Test
    void aJournalThatIsSlowAtFirstDelaysNoCallIntoTheNext() throws InterruptedException {
        connect.wire().limit(Api.CLAIM_PHONE_NUMBER, new Quota(50, 100));
        // A call that is held back while the service's bucket is full meets the calls after it.
        Journal slow = new DelayedJournal(
                world.journal,
                world.time,
                () -> world.time.passed().compareTo(Duration.ofSeconds(3)) < 0
                        ? Duration.ofMillis(500)
                        : Duration.ZERO);
        List<PlannedItem> rows = claims(600);
        world.time.run(() -> world.applier(slow)
                .apply(World.batch(rows), "worker", world.time.now().plus(Duration.ofHours(1))));

        assertThat(world.reasons()).hasSize(600).containsOnly(Reason.DONE);
        assertThat(world.calls(Service.CONNECT).get(Api.CLAIM_PHONE_NUMBER)).isEqualTo(new CallCount(600, 0, 0));
    }

    @Test
    void aJournalThatFailsEndsTheWorkWithoutALooseEnd() {
        int[] intents = {0};
        Journal broken = new BrokenJournal(world.journal, method -> method.equals("intend") && ++intents[0] > 30);

        assertThatThrownBy(() -> world.time.run(() -> world.applier(broken)
                        .apply(
                                World.batch(claims(200)),
                                "worker",
                                world.time.now().plus(Duration.ofHours(1)))))
                .isInstanceOf(JournalUnavailableException.class);
        assertThat(connect.effects()).hasSize(30);
        assertThat(world.reasons()).hasSize(30).containsOnly(Reason.DONE);
    }

    @Test
    void noCallIsSentAtOrAfterTheDeadline() throws InterruptedException {
        connect.finishing(() -> Duration.ofSeconds(50));
        world.withQuotas(new Quotas(
                Quotas.CONNECT_DEFAULT, Quotas.CHIME_DEFAULT, Map.of(Api.DESCRIBE_PHONE_NUMBER, new Quota(0.5, 1))));
        world.work(World.batch(claims(300)), Duration.ofMinutes(2));

        assertThat(connect.wire().log())
                .allMatch(call ->
                        call.at().isBefore(VirtualTime.START.plusSeconds(120).plusMillis(50)));
        assertThat(world.time.passed()).isLessThan(Duration.ofMillis(120_100));
    }

    @Test
    void rowsThatWaitForASlowStepDoNotUseUpItsQuotaForTheNextWorker() throws InterruptedException {
        world.withQuotas(new Quotas(
                Quotas.CONNECT_DEFAULT, Quotas.CHIME_DEFAULT, Map.of(Api.DESCRIBE_PHONE_NUMBER, new Quota(0.5, 1))));
        List<PlannedItem> rows = claims(200);
        world.work(World.batch(rows), Duration.ofMinutes(2));
        Duration firstEnded = world.time.passed();
        world.work(World.batch(rows), Duration.ofMinutes(2));

        Duration firstLook = connect.wire().log(Api.DESCRIBE_PHONE_NUMBER).stream()
                .map(call -> Duration.between(VirtualTime.START, call.at()))
                .filter(at -> at.compareTo(firstEnded) >= 0)
                .findFirst()
                .orElseThrow();
        assertThat(firstLook.minus(firstEnded)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void rowsOfDifferentKindsGoSideBySide() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < 202; line++) {
            connect.own(number(line - 2), OREGON);
            rows.add(standingAt(row(line, line % 2 == 0 ? describeAs("x") : attachFlow(OREGON)), OREGON));
        }
        world.work(rows);

        // Either kind takes (100 - 5) / 2 = 47.5 seconds.
        assertThat(world.time.passed()).isLessThan(Duration.ofSeconds(50));
    }

    @Test
    void theCountOfCallsIsWhatTheServiceSaw() throws InterruptedException {
        script.next(Api.CLAIM_PHONE_NUMBER, number(1), Fault.throttled(), new Fault.AnswerLost());
        script.next(Api.CLAIM_PHONE_NUMBER, number(2), new Fault.RequestLost());
        world.work(claims(5));

        Map<Api, CallCount> calls = world.calls(Service.CONNECT);
        assertThat(calls.get(Api.CLAIM_PHONE_NUMBER)).isEqualTo(new CallCount(8, 1, 3));
        assertThat(calls.values().stream().mapToLong(CallCount::sent).sum())
                .isEqualTo(connect.wire().log().size());
        assertThat(world.entries().stream()
                        .mapToInt(entry -> entry.outcome().orElseThrow().attempts())
                        .sum())
                .isEqualTo(connect.wire().log().size());
    }

    private static List<PlannedItem> claims(int count) {
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < count + 2; line++) {
            rows.add(row(line, claim(OREGON)));
        }
        return rows;
    }
}
