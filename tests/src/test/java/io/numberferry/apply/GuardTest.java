package io.numberferry.apply;

import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Status.FAILED;
import static io.numberferry.domain.Status.SUCCEEDED;
import static io.numberferry.domain.Status.UNCHANGED;
import static io.numberferry.domain.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.FailureLimit;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.domain.Status;
import io.numberferry.throttle.Quotas;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// When a lane stops because the job asked for it.
class GuardTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Fault REFUSED = Fault.refusal(Kind.ROW, "InvalidParameterException");

    private final World world = new World().withQuotas(Quotas.defaults());
    private final FakeConnect connect = world.connect;
    private final Script script = connect.wire().script();

    private static List<PlannedItem> claims(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(line -> row(line, claim(OREGON)))
                .toList();
    }

    private static Batch batch(int number, List<PlannedItem> rows, Caution caution) {
        return new Batch(Samples.batch(Service.CONNECT, number), rows, caution);
    }

    private static Caution stoppingAt(int percent, int sample) {
        return new Caution(Optional.of(new FailureLimit(percent, sample)), List.of());
    }

    private static Caution after(int batch, int rows) {
        return new Caution(Optional.empty(), List.of(new Caution.Part(Samples.batch(Service.CONNECT, batch), rows)));
    }

    private int count(Reason reason) {
        return Collections.frequency(world.reasons(), reason);
    }

    private static int reasonsOf(Status... statuses) {
        return (int) Arrays.stream(Reason.values())
                .filter(reason -> List.of(statuses).contains(reason.status()))
                .count();
    }

    @Test
    void aLaneStopsWhenMoreThanItsShareOfTheEndedRowsFailed() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, REFUSED);
        world.work(batch(1, claims(2, 100), stoppingAt(20, 10)), HOUR);

        assertThat(count(Reason.REFUSED)).isBetween(10, 15);
        assertThat(count(Reason.FAILURE_LIMIT)).isEqualTo(100 - count(Reason.REFUSED));
        assertThat(world.outcome(101).message())
                .isEqualTo("not sent, because 10 of the lane's 10 ended rows failed or are unknown, more than 20 %");
    }

    @Test
    void aLaneGoesOnAtExactlyItsShare() throws InterruptedException {
        for (int line = 2; line < 102; line += 5) {
            script.always(Api.CLAIM_PHONE_NUMBER, number(line - 2), REFUSED);
        }
        world.work(batch(1, claims(2, 100), stoppingAt(20, 100)), HOUR);

        assertThat(count(Reason.REFUSED)).isEqualTo(20);
        assertThat(count(Reason.DONE)).isEqualTo(80);
    }

    @Test
    void fewerRowsThanTheSampleStopNothing() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, REFUSED);
        world.work(batch(1, claims(2, 9), stoppingAt(0, 10)), HOUR);

        assertThat(count(Reason.REFUSED)).isEqualTo(9);
    }

    @Test
    void rowsOfEarlierBatchesCount() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, REFUSED);
        world.work(batch(1, claims(2, 9), stoppingAt(20, 10)), HOUR);
        world.work(batch(2, claims(11, 50), stoppingAt(20, 10)), HOUR);

        assertThat(count(Reason.REFUSED)).isBetween(10, 15);
        assertThat(world.reason(60)).isEqualTo(Reason.FAILURE_LIMIT);
    }

    @Test
    void whatWasStoppedStaysSoInLaterBatchesEvenWhenTheFaultIsGone() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, REFUSED);
        world.work(batch(1, claims(2, 100), stoppingAt(90, 10)), HOUR);
        script.clear();
        int calls = connect.wire().log().size();
        world.work(batch(2, claims(102, 500), stoppingAt(90, 10)), HOUR);

        assertThat(connect.wire().log()).hasSize(calls);
        assertThat(count(Reason.DONE)).isZero();
    }

    @Test
    void rowsThatWereNotSentDoNotCount() {
        Score score = Score.NONE;
        for (Reason reason : Reason.values()) {
            score = score.plus(Outcome.of(reason, ""));
        }

        assertThat(score)
                .isEqualTo(new Score(reasonsOf(SUCCEEDED, UNCHANGED, FAILED, UNKNOWN), reasonsOf(FAILED, UNKNOWN)));
        assertThat(Score.NONE.plus(Outcome.of(Reason.MALFORMED_RECORD, ""))).isEqualTo(Score.NONE);
        assertThat(Score.NONE.plus(Outcome.of(Reason.LANE_STOPPED, ""))).isEqualTo(Score.NONE);
    }

    @Test
    void theRestGoesOnWhenTheCanaryEndedWell() throws InterruptedException {
        world.work(batch(1, claims(2, 3), Caution.none()), HOUR);
        world.work(batch(2, claims(5, 20), after(1, 3)), HOUR);

        assertThat(count(Reason.DONE)).isEqualTo(23);
    }

    @Test
    void oneRowOfTheCanaryThatFailedStopsTheRest() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, number(1), REFUSED);
        world.work(batch(1, claims(2, 3), Caution.none()), HOUR);
        script.clear();
        world.work(batch(2, claims(5, 20), after(1, 3)), HOUR);

        assertThat(count(Reason.DONE)).isEqualTo(2);
        assertThat(count(Reason.CANARY_FAILED)).isEqualTo(20);
        assertThat(world.outcome(24).message())
                .isEqualTo("not sent, because of the lane's first 3 rows only 2 ended well");
    }

    @Test
    void aCanaryThatWasLeftOpenStopsTheRest() throws InterruptedException {
        world.work(batch(1, claims(2, 2), Caution.none()), HOUR);
        world.work(batch(2, claims(5, 4), after(1, 3)), HOUR);

        assertThat(count(Reason.CANARY_FAILED)).isEqualTo(4);
    }

    @Test
    void aRowThatAnEarlierWorkerMayHaveSentIsStillSettled() throws InterruptedException {
        script.always(Api.CLAIM_PHONE_NUMBER, number(0), REFUSED);
        world.work(batch(1, claims(2, 1), Caution.none()), HOUR);
        connect.finishing(() -> Duration.ofMinutes(10));
        world.time.runAndKillAt(
                world.time.now().plus(Duration.ofSeconds(5)),
                () -> world.applier()
                        .apply(
                                batch(2, claims(3, 1), Caution.none()),
                                "killed",
                                world.time.now().plus(HOUR)));
        connect.finishing(() -> Duration.ZERO);
        BatchApplier.Progress progress = world.work(batch(2, claims(3, 3), after(1, 1)), HOUR);

        assertThat(progress.remaining()).isZero();
        assertThat(world.reason(3)).isNotEqualTo(Reason.CANARY_FAILED);
        assertThat(world.reason(4)).isEqualTo(Reason.CANARY_FAILED);
        assertThat(world.reason(5)).isEqualTo(Reason.CANARY_FAILED);
    }
}
