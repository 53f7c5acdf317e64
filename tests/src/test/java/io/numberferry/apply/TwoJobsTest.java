package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.Journal.Lease;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two jobs that want the same number.
class TwoJobsTest {
    private static final JobId OTHER = new JobId("fedcba9876543210fedcba9876543210");

    private final World world = new World();

    private static PlannedItem claim(int line) {
        return Samples.row(line, Samples.claim(Samples.OREGON));
    }

    private static PlannedItem associate(int line) {
        return Samples.row(line, new Operation.Associate(Samples.NORTH, false));
    }

    private static BatchId other(Service service) {
        return new BatchId(OTHER, Samples.lane(service), 1);
    }

    private Lease otherJobWorksOn(PlannedItem planned) {
        BatchId batch = other(planned.operation().service());
        Lease lease = world.journal.take(batch, "worker of another job");
        world.journal.intend(lease, JournalContract.intent(planned.line()));
        assertThat(world.journal.hold(lease, planned.line(), planned.number())).isEmpty();
        return lease;
    }

    @Test
    void aNumberThatAnotherJobClaimsIsNotClaimed() throws InterruptedException {
        otherJobWorksOn(claim(3));
        world.work(claim(2), claim(3), claim(4));

        assertThat(world.reasons()).containsExactly(Reason.DONE, Reason.NUMBER_IN_OTHER_JOB, Reason.DONE);
        assertThat(world.outcome(3).message())
                .isEqualTo(
                        "not sent, because line 3 of job fedcba9876543210fedcba9876543210 is working on this number");
        assertThat(world.outcome(3).attempts()).isZero();
        assertThat(world.connect.effects()).hasSize(2);
    }

    @Test
    void aNumberThatAnotherJobAssociatesIsNotAssociated() throws InterruptedException {
        world.chime.hold(Samples.number(0), FakeChime.FREE);
        world.chime.hold(Samples.number(1), FakeChime.FREE);
        otherJobWorksOn(associate(3));
        world.work(associate(2), associate(3));

        assertThat(world.reasons()).containsExactly(Reason.DONE, Reason.NUMBER_IN_OTHER_JOB);
    }

    @Test
    void aNumberIsFreeWhenTheOtherJobsRowHasEnded() throws InterruptedException {
        Lease lease = otherJobWorksOn(claim(2));
        world.journal.finish(lease, 2, Outcome.of(Reason.REFUSED, "no"));
        world.work(claim(2));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void aNumberThatAnotherJobWorksOnMayBeRead() throws InterruptedException {
        PlannedItem read = Samples.row(2, new Operation.Describe(Optional.empty()));
        world.connect.own(read.number(), Samples.OREGON);
        otherJobWorksOn(read);
        world.work(read);

        assertThat(world.reason(2)).isEqualTo(Reason.ALREADY_DONE);
    }

    @Test
    void aNumberStaysWithAWorkerThatWasKilledUntilItsRowHasEnded() throws InterruptedException {
        world.connect.finishing(() -> Duration.ofSeconds(40));
        world.workAndKillAt(Duration.ofSeconds(3), List.of(claim(2)));
        BatchId batch = other(Service.CONNECT);
        Lease lease = world.journal.take(batch, "worker of another job");
        world.journal.intend(lease, JournalContract.intent(9));
        assertThat(world.journal.hold(lease, 9, Samples.number(0)))
                .contains(new Journal.Holder(Samples.batch(Service.CONNECT, 1), 2));

        world.work(claim(2));
        assertThat(world.journal.hold(lease, 9, Samples.number(0))).isEmpty();
    }
}
