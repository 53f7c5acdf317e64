package io.numberferry.apply;

import static io.numberferry.domain.Samples.CONNECTOR;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.SOUTH;
import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.associate;
import static io.numberferry.domain.Samples.disassociate;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.domain.Target.VoiceConnectorGroup;
import io.numberferry.throttle.Quotas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChimeLaneTest {
    private static final ClientToken ANY_TOKEN = new ClientToken("00000000-1111-2222-3333-444444444444");

    private final World world = new World();
    private final FakeChime chime = world.chime;
    private final Script script = chime.wire().script();

    @Test
    void rowsOfOneTargetShareCalls() throws InterruptedException {
        world.work(associations(120));

        assertThat(world.reasons()).hasSize(120).containsOnly(Reason.DONE);
        assertThat(chime.wire().log()).extracting(call -> call.numbers().size()).containsExactlyInAnyOrder(50, 50, 20);
    }

    @Test
    void anAssociatedRowSaysWhatItIsAssociatedWith() throws InterruptedException {
        hold(1);
        world.work(row(2, associate(CONNECTOR)));

        assertThat(world.outcome(2))
                .isEqualTo(Outcome.of(Reason.DONE, "")
                        .afterAttempts(1)
                        .from("not owned")
                        .leaving("target=vc/connector-1"));
    }

    @Test
    void aDisassociatedRowIsLeftWithoutATarget() throws InterruptedException {
        chime.hold(number(0), FakeChime.at(FakeChime.FREE, NORTH));
        world.work(row(2, disassociate(NORTH)));

        assertThat(world.outcome(2).after()).isEqualTo("no target");
        assertThat(chime.standing(number(0)).association()).isEmpty();
    }

    @Test
    void rowsOfDifferentTargetsGoSideBySide() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        chime.wire().latency(() -> Duration.ofSeconds(3));
        hold(25);
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < 27; line++) {
            rows.add(row(line, associate(new VoiceConnectorGroup("group " + line))));
        }
        world.work(rows);

        // The first call alone, then 20 calls at 2 a second; one after the other they would take 75 seconds.
        assertThat(world.time.passed()).isLessThan(Duration.ofSeconds(17));
    }

    @Test
    void forceAndNoForceDoNotShareACall() throws InterruptedException {
        hold(1);
        chime.hold(number(1), FakeChime.at(FakeChime.FREE, SOUTH));
        world.work(row(2, associate(NORTH)), row(3, new Operation.Associate(NORTH, true)));

        assertThat(world.reasons()).containsExactly(Reason.DONE, Reason.DONE);
        assertThat(chime.wire().log()).hasSize(2);
    }

    @Test
    void aMissingGroupFailsItsRowsAndStopsItsCalls() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        hold(600);
        chime.missing(NORTH);
        List<PlannedItem> rows = new ArrayList<>(associations(500));
        for (int line = 502; line < 602; line++) {
            rows.add(row(line, associate(SOUTH)));
        }
        world.work(rows);

        assertThat(world.reason(2)).isEqualTo(Reason.TARGET_NOT_FOUND);
        assertThat(world.reason(501)).isEqualTo(Reason.LANE_STOPPED);
        assertThat(Collections.frequency(world.reasons(), Reason.DONE)).isEqualTo(100);
        assertThat(chime.wire().log()).hasSize(1 + 2);
    }

    @Test
    void refusalsOfTheCallerStopTheLaneEarly() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        script.always(Api.ASSOCIATE_WITH_GROUP, Fault.denied());
        world.work(associations(1_000));

        assertThat(chime.wire().log()).hasSizeLessThanOrEqualTo(5);
        assertThat(world.reason(2)).isEqualTo(Reason.ACCESS_DENIED);
        assertThat(world.reason(1001)).isEqualTo(Reason.LANE_STOPPED);
    }

    @Test
    void oneRefusedCallStopsNoOtherTarget() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        hold(100);
        script.next(Api.ASSOCIATE_WITH_GROUP, Fault.refusal(Kind.JOB, "ForbiddenException"));
        List<PlannedItem> rows = new ArrayList<>(associations(50));
        for (int line = 52; line < 102; line++) {
            rows.add(row(line, associate(SOUTH)));
        }
        world.work(rows);

        assertThat(world.reasons().subList(0, 50)).containsOnly(Reason.ACCESS_DENIED);
        assertThat(world.reasons().subList(50, 100)).containsOnly(Reason.DONE);
    }

    @Test
    void numbersThatAreForbiddenOneByOneStopNothing() throws InterruptedException {
        world.withQuotas(Quotas.defaults()).withChimePerCall(10);
        List<PlannedItem> rows = associations(200);
        for (int n = 0; n < 200; n++) {
            if (n % 10 < 9) {
                chime.alwaysRefuses(number(n), "Forbidden");
            }
        }
        world.work(rows);

        assertThat(Collections.frequency(world.reasons(), Reason.ACCESS_DENIED)).isEqualTo(180);
        assertThat(Collections.frequency(world.reasons(), Reason.DONE)).isEqualTo(20);
    }

    @Test
    void aCallInWhichSomeNumbersWentThroughIsNoRefusalOfTheCaller() throws InterruptedException {
        world.withQuotas(new Quotas(Quotas.CONNECT_DEFAULT, new Quota(0.5, 1), Map.of()))
                .withChimePerCall(10);
        List<PlannedItem> rows = associations(40);
        for (int n = 1; n < 30; n++) {
            chime.alwaysRefuses(number(n), "Forbidden");
        }
        world.work(rows);

        assertThat(world.reasons().subList(30, 40)).containsOnly(Reason.DONE);
    }

    @Test
    void aFullTargetStopsItsCallsAlthoughSomeNumbersWentThrough() throws InterruptedException {
        world.withQuotas(Quotas.defaults()).withChimePerCall(10);
        List<PlannedItem> rows = associations(200);
        for (int n = 5; n < 200; n++) {
            chime.alwaysRefuses(number(n), "ResourceLimitExceeded");
        }
        world.work(rows);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(world.reason(7)).isEqualTo(Reason.QUOTA_REACHED);
        assertThat(world.reason(201)).isEqualTo(Reason.LANE_STOPPED);
    }

    @Test
    void aRowAfterAnotherOnItsNumberWaitsForIt() throws InterruptedException {
        chime.hold(number(0), FakeChime.at(FakeChime.FREE, NORTH));
        world.work(
                row(2, disassociate(NORTH)),
                after(2, row(3, number(0), Samples.allDetails())),
                after(3, row(4, number(0), associate(SOUTH))));

        assertThat(world.reasons()).containsExactly(Reason.DONE, Reason.DONE_PENDING, Reason.DONE);
        assertThat(chime.standing(number(0)).association()).contains(SOUTH.id());
    }

    @Test
    void aPermitThatIsNotUsedHoldsNobodyUp() throws InterruptedException {
        world.withChimePerCall(2);
        hold(4);
        List<PlannedItem> rows = IntStream.range(2, 6)
                .mapToObj(line -> row(line, Samples.name("desk-1")))
                .toList();
        world.time.run(() -> {
            var worker = world.time.start(() -> world.applier()
                    .apply(World.batch(rows), "worker", world.time.now().plusSeconds(3600)));
            // Of the first two rows one is taken away, and the other goes out alone, by another API.
            var other = world.time.start(() -> {
                Journal.Lease lease = world.journal.take(Samples.batch(Service.CHIME, 1), "other");
                world.journal.intend(lease, Journal.Entry.intent(3, ANY_TOKEN, "hash"));
            });
            other.join();
            worker.join();
        });

        assertThat(world.reasons()).containsExactly(Reason.DONE, Reason.DONE, Reason.DONE);
        assertThat(world.time.passed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void noCallIsBegunShortlyBeforeTheDeadline() throws InterruptedException {
        world.withQuotas(Quotas.defaults()).withChimePerCall(1);
        BatchApplier.Progress progress = world.work(World.batch(associations(200)), Duration.ofSeconds(60));

        // 40 seconds at 2 a second, and the burst.
        assertThat(progress.remaining()).isBetween(110, 120);
        assertThat(world.reasons()).hasSize(200 - progress.remaining());
    }

    @Test
    void aCallThatIsThrottledToTheEndStaysOpen() throws InterruptedException {
        script.always(Api.ASSOCIATE_WITH_GROUP, Fault.throttled());

        assertThat(world.work(associations(60)).remaining()).isEqualTo(60);
        assertThat(world.reasons()).isEmpty();
    }

    @Test
    void theCountOfCallsIsWhatTheServiceSaw() throws InterruptedException {
        List<PlannedItem> rows = associations(60);
        script.next(Api.ASSOCIATE_WITH_GROUP, Fault.throttled(), new Fault.RequestLost());
        chime.refuses(number(3), "Throttled", "PreconditionFailed");
        world.work(rows);

        long sent = world.calls(Service.CHIME).values().stream()
                .mapToLong(CallCount::sent)
                .sum();
        assertThat(sent).isEqualTo(chime.wire().log().size());
        assertThat(world.calls(Service.CHIME).get(Api.ASSOCIATE_WITH_GROUP)).isEqualTo(new CallCount(6, 2, 2));
    }

    private List<PlannedItem> associations(int count) {
        hold(count);
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < count + 2; line++) {
            rows.add(row(line, associate(NORTH)));
        }
        return rows;
    }

    private void hold(int count) {
        for (int n = 0; n < count; n++) {
            chime.hold(number(n), FakeChime.FREE);
        }
    }
}
