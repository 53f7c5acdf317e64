package io.numberferry.apply;

import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.apply.Journal.Entry;
import io.numberferry.apply.Journal.Lease;
import io.numberferry.domain.Api;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.throttle.Quotas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a worker takes over, writes down and leaves to the next.
class BatchApplierTest {
    private static final PlannedItem CLAIM = row(2, claim(OREGON));

    private final World world = new World();
    private final FakeConnect connect = world.connect;

    @Test
    void aRowThatIsDoneIsNotTouchedAgain() throws InterruptedException {
        world.work(CLAIM);
        int calls = connect.wire().log().size();

        assertThat(world.work(CLAIM)).isEqualTo(new BatchApplier.Progress(1, 0));
        assertThat(connect.wire().log()).hasSize(calls);
    }

    @Test
    void theIntentIsWrittenBeforeTheCall() throws InterruptedException {
        List<Entry> atTheCall = new ArrayList<>();
        connect.wire().latency(() -> {
            atTheCall.addAll(world.entries());
            return Duration.ZERO;
        });
        world.work(CLAIM);

        assertThat(atTheCall.getFirst().state()).isEqualTo(Journal.State.INTENT);
        assertThat(atTheCall.getFirst().token())
                .contains(ClientToken.of(Samples.batch(Service.CONNECT, 1).job(), CLAIM, 1));
    }

    @Test
    void aLaterWorkerTakesTheRowsOfAnEarlierOneOver() throws InterruptedException {
        connect.finishing(() -> Duration.ofMinutes(1));
        Batch batch = World.batch(List.of(CLAIM, row(3, claim(OREGON))));
        List<BatchApplier.Progress> progress = new ArrayList<>();
        world.time.run(() -> {
            var first = world.time.start(() -> progress.add(work(batch, "first")));
            world.time.pass(Duration.ofSeconds(10));
            var second = world.time.start(() -> progress.add(work(batch, "second")));
            first.join();
            second.join();
        });

        assertThat(world.reasons()).containsExactly(Reason.DONE, Reason.DONE);
        assertThat(connect.effects()).hasSize(2).doesNotHaveDuplicates();
        assertThat(progress).contains(new BatchApplier.Progress(2, 0));
    }

    @Test
    void aWorkerWhoseRowsWereTakenOverLeavesThemOpen() throws InterruptedException {
        connect.finishing(() -> Duration.ofMinutes(1));
        Batch batch = World.batch(List.of(CLAIM));
        List<BatchApplier.Progress> ofTheFirst = new ArrayList<>();
        world.time.run(() -> {
            var first = world.time.start(() -> ofTheFirst.add(work(batch, "first")));
            world.time.pass(Duration.ofSeconds(10));
            Lease taken = world.journal.take(batch.id(), "second");
            world.journal.intend(taken, Entry.intent(2, token(CLAIM), ClientToken.parametersHash(CLAIM)));
            first.join();
        });

        assertThat(ofTheFirst).containsExactly(new BatchApplier.Progress(1, 1));
        assertThat(world.reasons()).isEmpty();
    }

    @Test
    void withoutAJournalNothingIsSent() {
        for (String method : List.of("take", "read", "intend")) {
            Journal broken = new BrokenJournal(world.journal, method::equals);
            assertThatThrownBy(() -> workWith(broken, claims(30))).isInstanceOf(JournalUnavailableException.class);
        }
        assertThat(connect.wire().log()).isEmpty();
    }

    @Test
    void aJournalThatIsLostEndsTheWorkSoon() {
        world.withQuotas(Quotas.defaults());
        Journal broken = new BrokenJournal(world.journal, "intend"::equals);

        assertThatThrownBy(() -> workWith(broken, claims(1000))).isInstanceOf(JournalUnavailableException.class);
        assertThat(world.time.passed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatTheJournalMissedIsFoundByTheNextWorker() throws InterruptedException {
        for (String method : List.of("accepted", "finish")) {
            World fresh = new World();
            Journal broken = new BrokenJournal(fresh.journal, method::equals);
            assertThatThrownBy(() -> fresh.time.run(() -> fresh.applier(broken)
                            .apply(
                                    World.batch(claims(5)),
                                    "first",
                                    fresh.time.now().plusSeconds(3600))))
                    .isInstanceOf(JournalUnavailableException.class);

            assertThat(fresh.work(claims(5)).remaining()).isZero();
            assertThat(fresh.reasons()).hasSize(5).containsOnly(Reason.DONE);
            assertThat(fresh.connect.effects()).doesNotHaveDuplicates();
        }
    }

    @Test
    void callsAreCountedOverAllWorkers() throws InterruptedException {
        connect.finishing(() -> Duration.ofMinutes(1));
        world.work(World.batch(List.of(CLAIM)), Duration.ofSeconds(30));
        world.work(CLAIM);

        long sent = world.calls(Service.CONNECT).values().stream()
                .mapToLong(count -> count.sent())
                .sum();
        assertThat(sent).isEqualTo(connect.wire().log().size());
    }

    @Test
    void callsAreCountedWhenTheWorkBreaksOff() {
        Journal broken = new BrokenJournal(world.journal, "finish"::equals);
        assertThatThrownBy(() -> workWith(broken, List.of(CLAIM))).isInstanceOf(JournalUnavailableException.class);

        assertThat(world.calls(Service.CONNECT)).containsOnlyKeys(Api.CLAIM_PHONE_NUMBER, Api.DESCRIBE_PHONE_NUMBER);
    }

    @Test
    void aSecondWorkerKeepsToTheSameQuota() throws InterruptedException {
        world.withQuotas(Quotas.defaults());
        connect.wire().limit(Api.CLAIM_PHONE_NUMBER, new Quota(2, 5));
        connect.wire().latency(() -> Duration.ZERO);
        Batch one = World.batch(1, claims(60));
        Batch two = World.batch(2, claims(120).subList(60, 120));
        world.time.run(() -> {
            var first = world.time.start(() -> work(one, "first"));
            var second = world.time.start(() -> work(two, "second"));
            first.join();
            second.join();
        });

        assertThat(world.reasons()).hasSize(120).containsOnly(Reason.DONE);
        assertThat(connect.wire().log(Api.CLAIM_PHONE_NUMBER)).hasSize(120);
    }

    private BatchApplier.Progress work(Batch batch, String owner) throws InterruptedException {
        return world.applier().apply(batch, owner, world.time.now().plusSeconds(3600));
    }

    private void workWith(Journal journal, List<PlannedItem> rows) throws InterruptedException {
        world.time.run(() -> world.applier(journal)
                .apply(World.batch(rows), "worker", world.time.now().plusSeconds(3600)));
    }

    private static ClientToken token(PlannedItem row) {
        return ClientToken.of(Samples.batch(Service.CONNECT, 1).job(), row, 1);
    }

    private static List<PlannedItem> claims(int count) {
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < count + 2; line++) {
            rows.add(row(line, claim(OREGON)));
        }
        return rows;
    }
}
