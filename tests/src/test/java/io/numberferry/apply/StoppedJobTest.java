package io.numberferry.apply;

import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.SOUTH;
import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.associate;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.claimWithFlow;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.throttle.Quotas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is found out, by reads alone, about the rows that a stopped job had begun.
class StoppedJobTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final World world = new World();

    @Test
    void whateverTheMomentOfTheStopNoRowStaysOpenAndNothingIsChanged() throws InterruptedException {
        for (long millis = 0; millis < LONGEST.toMillis(); millis += 50) {
            World stopped = connectWorld();
            stopped.workAndKillAt(Duration.ofMillis(millis), connectRows());
            waitForItsWorkersToBeGone(stopped);
            List<String> effects = List.copyOf(stopped.connect.effects());
            long writes = writes(stopped);
            BatchApplier.Progress progress = stopped.settle(connectRows());

            String when = "stopped after " + millis + " ms";
            assertThat(progress.remaining()).as(when).isZero();
            assertThat(writes(stopped)).as(when).isEqualTo(writes);
            assertThat(stopped.entries())
                    .as(when)
                    .allMatch(entry -> entry.outcome().isPresent());
            assertThat(claimsThatEndedWell(stopped))
                    .as(when)
                    .isEqualTo(effects.stream()
                            .filter(made -> made.startsWith("claim"))
                            .count());
        }
    }

    @Test
    void aRedriveAfterwardsGoesOnAndNothingTakesEffectTwice() throws InterruptedException {
        for (long millis = 0; millis < LONGEST.toMillis(); millis += 50) {
            World stopped = connectWorld();
            stopped.workAndKillAt(Duration.ofMillis(millis), connectRows());
            waitForItsWorkersToBeGone(stopped);
            stopped.settle(connectRows());
            stopped.work(connectRows());

            String when = "stopped after " + millis + " ms";
            assertThat(stopped.reasons())
                    .as(when)
                    .hasSize(connectRows().size())
                    .allMatch(
                            Set.of(Reason.DONE, Reason.DONE_WITHOUT_FLOW, Reason.FLOW_NOT_ATTACHED, Reason.PARTLY_DONE)
                                    ::contains);
            assertThat(stopped.connect.effects().stream()
                            .filter(made -> made.startsWith("claim") || made.startsWith("move"))
                            .toList())
                    .as(when)
                    .doesNotHaveDuplicates()
                    .hasSize(6);
        }
    }

    @Test
    void aClaimThatTookEffectSucceeds() throws InterruptedException {
        PlannedItem row = row(2, claim(OREGON));
        intended(row);
        world.connect.own(row.number(), OREGON);
        world.settle(List.of(row));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aClaimThatDidNotIsAsIfNobodyHadBegunIt() throws InterruptedException {
        PlannedItem row = row(2, claim(OREGON));
        intended(row);
        world.settle(List.of(row));

        assertThat(world.entries()).isEmpty();
    }

    /// Whoever goes on with the job takes the batch later than that, or is seen.
    @Test
    void whatIsBegunOfAJobThatGoesOnIsLeftToItsWorkers() throws InterruptedException {
        PlannedItem row = row(2, claim(OREGON));
        intended(row);
        List<Long> epochs = new ArrayList<>();
        BatchApplier.Progress progress = world.settle(List.of(row), () -> {
            epochs.add(world.journal
                    .take(Samples.batch(Service.CONNECT, 1), "worker")
                    .epoch());
            return false;
        });

        assertThat(epochs).as("asked once, when the batch was taken").containsExactly(3L);
        assertThat(progress.remaining()).isEqualTo(1);
        assertThat(world.entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.INTENT);
    }

    @Test
    void whatIsBegunAfterTheQuestionIsNotUndone() throws InterruptedException {
        PlannedItem row = row(2, claim(OREGON));
        intended(row);
        world.settle(List.of(row), () -> {
            intended(row);
            return true;
        });

        assertThat(world.entries()).extracting(Journal.Entry::state).containsExactly(Journal.State.INTENT);
    }

    @Test
    void itsNumberIsFreeForAnotherJob() throws InterruptedException {
        PlannedItem row = row(2, claim(OREGON));
        Journal.Lease lease = intended(row);
        world.journal.hold(lease, 2, row.number());
        world.settle(List.of(row));
        Journal.Lease other = world.journal.take(Samples.batch(Service.CONNECT, 2), "other");
        world.journal.intend(other, Journal.Entry.intent(9, token(row), ClientToken.parametersHash(row)));

        assertThat(world.journal.hold(other, 9, row.number())).isEmpty();
    }

    @Test
    void aWorkerThatWasThoughtDeadCannotOverwriteWhatWasSettled() throws InterruptedException {
        PlannedItem row = row(2, claim(OREGON));
        Journal.Lease zombie = intended(row);
        world.connect.own(row.number(), OREGON);
        world.settle(List.of(row));

        assertThat(world.journal.accepted(zombie, 2, Samples.id(row.number()))).isFalse();
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aClaimedNumberWhoseFlowIsMissingSaysSo() throws InterruptedException {
        PlannedItem row = row(2, claimWithFlow(OREGON));
        world.journal.accepted(intended(row), 2, Samples.id(row.number()));
        world.connect.own(row.number(), OREGON);
        world.settle(List.of(row));

        assertThat(world.reason(2)).isEqualTo(Reason.FLOW_NOT_ATTACHED);
        assertThat(world.outcome(2).message())
                .isEqualTo("the number is at the target, and the job was stopped before its flow was attached");
        assertThat(world.outcome(2).number()).contains(Samples.id(row.number()));
    }

    @Test
    void aRowThatCannotBeReadIsUnknown() throws InterruptedException {
        PlannedItem row = row(2, claim(OREGON));
        intended(row);
        world.connect.wire().script().always(Api.LIST_PHONE_NUMBERS_V2, Fault.denied());
        world.settle(List.of(row));

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
    }

    @Test
    void chimeRowsAreReadBack() throws InterruptedException {
        List<PlannedItem> rows = List.of(row(2, associate(NORTH)), row(3, associate(NORTH)));
        world.chime.hold(rows.get(0).number(), FakeChime.at(FakeChime.FREE, NORTH));
        world.chime.hold(rows.get(1).number(), FakeChime.at(FakeChime.FREE, SOUTH));
        Journal.Lease lease = world.journal.take(Samples.batch(Service.CHIME, 1), "stopped");
        rows.forEach(row -> world.journal.intend(
                lease, Journal.Entry.intent(row.line(), token(row), ClientToken.parametersHash(row))));
        world.settle(rows);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(world.entries()).extracting(Journal.Entry::line).containsExactly(2);
        assertThat(world.chime.wire().log()).allMatch(arrived -> arrived.api() == Api.GET_CHIME_NUMBER);
    }

    private Journal.Lease intended(PlannedItem row) {
        Journal.Lease lease = world.journal.take(Samples.batch(Service.CONNECT, 1), "stopped");
        world.journal.intend(lease, Journal.Entry.intent(row.line(), token(row), ClientToken.parametersHash(row)));
        return lease;
    }

    private static ClientToken token(PlannedItem row) {
        return ClientToken.of(Samples.batch(Service.CONNECT, 1).job(), row, 1);
    }

    /// What was on its way arrives meanwhile.
    private static void waitForItsWorkersToBeGone(World world) throws InterruptedException {
        world.time.run(() -> world.time.sleepUntil(world.time.now().plus(Duration.ofMinutes(16))));
    }

    private static long writes(World world) {
        return world.connect.wire().log().stream()
                .filter(arrived -> arrived.api().writes())
                .count();
    }

    private static long claimsThatEndedWell(World world) {
        return world.entries().stream()
                .filter(entry -> entry.line() < 6)
                .flatMap(entry -> entry.outcome().stream())
                .filter(outcome -> outcome.good() || outcome.reason() == Reason.FLOW_NOT_ATTACHED)
                .count();
    }

    private static World connectWorld() {
        World world = new World().withQuotas(Quotas.defaults());
        for (int n = 4; n < 11; n++) {
            world.connect.own(number(n), OREGON, "another-flow");
            world.connect.tagged(number(n), Samples.tags("team", "support", "shift", "day"));
        }
        return world;
    }

    private static List<PlannedItem> connectRows() {
        List<PlannedItem> rows = new ArrayList<>();
        rows.add(row(2, claim(OREGON)));
        rows.add(row(3, claimWithFlow(OREGON)));
        rows.add(row(4, claim(OREGON)));
        rows.add(row(5, claimWithFlow(OREGON)));
        rows.add(standingAt(row(6, Samples.moveWithFlow(OHIO)), OREGON));
        rows.add(standingAt(row(7, Samples.attachFlow(OREGON)), OREGON));
        rows.add(standingAt(row(8, Samples.detachFlow(OREGON)), OREGON));
        rows.add(standingAt(row(9, Samples.describeAs("Front desk")), OREGON));
        rows.add(standingAt(row(10, Samples.release()), OREGON));
        rows.add(after(2, row(11, number(0), Samples.move(OHIO))));
        rows.add(standingAt(row(12, Samples.tagAs("team", "sales")), OREGON));
        return rows;
    }
}
