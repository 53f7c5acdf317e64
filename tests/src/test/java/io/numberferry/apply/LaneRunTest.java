package io.numberferry.apply;

import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which rows may go while rows like them are refused.
class LaneRunTest {
    private static final PlannedItem BEGUN = row(2, claim(OREGON));
    private static final PlannedItem UNTOUCHED = row(3, claim(OREGON));
    private static final Failure DENIED = new Failure(Failure.Kind.TARGET, "AccessDeniedException", "no");

    private final World world = new World();

    private LaneRun refused() {
        return refused(AllowList.ofEverything());
    }

    private LaneRun refused(AllowList allowed) {
        Journal.Lease first = world.journal.take(Samples.batch(Service.CONNECT, 1), "first");
        world.journal.intend(
                first, Journal.Entry.intent(2, ClientToken.of(first.batch().job(), BEGUN, 1), "hash"));
        Batch batch = World.batch(List.of(BEGUN, UNTOUCHED));
        Ledger ledger = new Ledger(world.journal, world.journal.take(batch.id(), "second"));
        Breaker breaker = new Breaker();
        breaker.failed(BEGUN.operation(), DENIED);
        return new LaneRun(
                ledger,
                breaker,
                new EarlierBatches(world.journal, batch),
                Guard.of(world.journal, batch, ledger),
                allowed);
    }

    @Test
    void aRowThatAnEarlierWorkerMayHaveSentGoesToItsEnd() {
        LaneRun run = refused();

        assertThat(run.mayGo(BEGUN)).isTrue();
        assertThat(run.mayStillGo(BEGUN)).isTrue();
    }

    @Test
    void aRowWhoseTargetIsNotAllowedIsRejectedUnsent() {
        LaneRun run = refused(AllowList.of(List.of(OHIO), false));

        assertThat(run.mayGo(UNTOUCHED)).isFalse();
        assertThat(world.reason(3)).isEqualTo(Reason.TARGET_NOT_ALLOWED);
        assertThat(run.mayGo(BEGUN)).isTrue();
    }

    @Test
    void aRowThatNobodyBeganIsStopped() {
        assertThat(refused().mayGo(UNTOUCHED)).isFalse();
        assertThat(world.reason(3)).isEqualTo(Reason.LANE_STOPPED);
    }
}
