package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.apply.Journal.Entry;
import io.numberferry.apply.Journal.Lease;
import io.numberferry.apply.Journal.State;
import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.domain.Tags;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every journal promises, the model included.
public abstract class JournalContract {
    protected static final NumberId NUMBER = new NumberId(
            "11111111-2222-3333-4444-555555555555",
            "arn:aws:connect:us-west-2:111122223333:phone-number/11111111-2222-3333-4444-555555555555");

    protected static final Outcome DONE = Outcome.of(Reason.DONE, "");

    private static final AtomicInteger BATCHES = new AtomicInteger();
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");

    protected final BatchId batch = newBatch();

    /// The journal under test. One may serve all tests: each has a batch of its own.
    protected abstract Journal journal();

    protected static BatchId newBatch() {
        return new BatchId(JOB, new Lane(Service.CONNECT, "us-west-2"), BATCHES.incrementAndGet());
    }

    protected static Entry intent(int line) {
        return intent(line, 1);
    }

    protected static Entry intent(int line, int generation) {
        String name = line + "/" + generation;
        ClientToken token = new ClientToken(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
        return new Entry(
                line,
                State.INTENT,
                Optional.of(token),
                "hash of " + name,
                generation,
                Optional.empty(),
                Optional.empty());
    }

    protected final Entry only() {
        List<Entry> entries = journal().read(batch);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    @Test
    void eachTakingRaisesTheEpoch() {
        Lease first = journal().take(batch, "worker 1");
        Lease second = journal().take(batch, "worker 2");

        assertThat(first).isEqualTo(new Lease(batch, "worker 1", 1));
        assertThat(second).isEqualTo(new Lease(batch, "worker 2", 2));
    }

    @Test
    void aRowThatNobodyBeganHasNoEntry() {
        journal().take(batch, "worker");

        assertThat(journal().read(batch)).isEmpty();
    }

    @Test
    void entriesComeByAscendingLine() {
        Lease lease = journal().take(batch, "worker");
        List.of(200, 3, 21, 1).forEach(line -> journal().intend(lease, intent(line)));

        assertThat(journal().read(batch)).extracting(Entry::line).containsExactly(1, 3, 21, 200);
    }

    @Test
    void batchesDoNotMix() {
        BatchId other = newBatch();
        journal().intend(journal().take(batch, "worker"), intent(2));
        journal().intend(journal().take(other, "worker"), intent(3));

        assertThat(journal().read(other)).containsExactly(intent(3));
    }

    @Test
    void anIntentIsReadBackWhole() {
        Lease lease = journal().take(batch, "worker");

        assertThat(journal().intend(lease, intent(2, 3))).isTrue();
        assertThat(only()).isEqualTo(intent(2, 3));
    }

    @Test
    void onlyAnIntentIsIntended() {
        Lease lease = journal().take(batch, "worker");
        Entry done = new Entry(2, State.DONE, intent(2).token(), "", 1, Optional.empty(), Optional.of(DONE));

        assertThatThrownBy(() -> journal().intend(lease, done))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row is intended in state INTENT, not DONE");
    }

    @Test
    void anAcceptedRowHasItsNumber() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2));

        assertThat(journal().accepted(lease, 2, NUMBER)).isTrue();
        Entry sent = intent(2);
        assertThat(only())
                .isEqualTo(new Entry(
                        2,
                        State.ACCEPTED,
                        sent.token(),
                        sent.parametersHash(),
                        1,
                        Optional.of(NUMBER),
                        Optional.empty()));
    }

    @Test
    void theTagsThatARowFoundAreReadBackByWhoeverGoesOnWithItAndAfterItsEnd() {
        Lease first = journal().take(batch, "first");
        journal().intend(first, intent(2));
        Tags found = Samples.tags("team", "sales", "empty", "");

        assertThat(only().tagsBefore()).isEmpty();
        assertThat(journal().tagsBefore(first, 2, found)).isTrue();
        assertThat(only().state()).isEqualTo(State.INTENT);
        assertThat(only().tagsBefore()).contains(found);
        Lease successor = journal().take(batch, "successor");
        journal().intend(successor, intent(2));
        assertThat(journal().tagsBefore(first, 2, Tags.none())).isFalse();
        journal().finish(successor, 2, DONE);
        assertThat(only().tagsBefore()).contains(found);
    }

    @Test
    void thatARowFoundNoTagsIsReadBackToo() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2));
        journal().tagsBefore(lease, 2, Tags.none());

        assertThat(only().tagsBefore()).contains(Tags.none());
    }

    @Test
    void anOutcomeIsReadBackWhole() {
        Lease lease = journal().take(batch, "worker");
        Outcome outcome = Outcome.of(Reason.CLAIM_FAILED, "the claim failed, \"again\"\n")
                .advising("Look — twice.")
                .withService(new Outcome.ServiceError("ServiceQuotaExceededException", "limit of 5"))
                .withNumber(Optional.of(new NumberId("other", "")))
                .afterAttempts(4)
                .from("not owned")
                .leaving("target=x");
        journal().intend(lease, intent(2));
        journal().accepted(lease, 2, NUMBER);

        assertThat(journal().finish(lease, 2, outcome)).isTrue();
        assertThat(only().state()).isEqualTo(State.DONE);
        assertThat(only().outcome()).contains(outcome);
        assertThat(only().number()).contains(NUMBER);
    }

    @Test
    void aBareOutcomeIsReadBackBare() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2));
        journal().finish(lease, 2, DONE);

        assertThat(only().outcome()).contains(DONE);
        assertThat(only().number()).isEmpty();
    }

    @Test
    void aRowThatIsNotSentGoesStraightToItsEnd() {
        Lease lease = journal().take(batch, "worker");
        Outcome outcome = Outcome.of(Reason.EARLIER_ROW_FAILED, "line 2 failed");

        assertThat(journal().skip(lease, 3, outcome)).isTrue();
        assertThat(journal().skip(lease, 3, outcome)).isTrue();
        assertThat(only())
                .isEqualTo(new Entry(3, State.DONE, Optional.empty(), "", 0, Optional.empty(), Optional.of(outcome)));
    }

    @Test
    void anIntentThatIsTakenBackLeavesNothing() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2));

        assertThat(journal().withdraw(lease, 2)).isTrue();
        assertThat(journal().read(batch)).isEmpty();
        assertThat(journal().intend(lease, intent(2))).isTrue();
    }

    @Test
    void onlyAnOpenIntentIsTakenBack() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2));
        journal().accepted(lease, 2, NUMBER);
        journal().intend(lease, intent(3));
        journal().finish(lease, 3, DONE);
        journal().intend(lease, intent(4).withNumber(Optional.of(NUMBER)));

        assertThat(journal().withdraw(lease, 2)).isFalse();
        assertThat(journal().withdraw(lease, 3)).isFalse();
        assertThat(journal().withdraw(lease, 4)).isFalse();
        assertThat(journal().withdraw(lease, 5)).isFalse();
        assertThat(journal().read(batch)).extracting(Entry::line).containsExactly(2, 3, 4);
    }

    @Test
    void anIntentMayKnowTheNumberAlready() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2).withNumber(Optional.of(NUMBER)));

        assertThat(only()).isEqualTo(intent(2).withNumber(Optional.of(NUMBER)));
    }

    @Test
    void callsOfAllWorkersAddUp() {
        Lease first = journal().take(batch, "worker 1");
        Lease second = journal().take(batch, "worker 2");
        journal().addCalls(first, Map.of(Api.CLAIM_PHONE_NUMBER, new CallCount(3, 1, 0)));
        journal()
                .addCalls(
                        second,
                        Map.of(
                                Api.CLAIM_PHONE_NUMBER, new CallCount(4, 0, 2),
                                Api.UPDATE_CHIME_NUMBER, new CallCount(0, 0, 0),
                                Api.UPDATE_PHONE_NUMBER, new CallCount(1, 0, 0)));
        journal().addCalls(second, Map.of());

        assertThat(journal().calls(batch))
                .isEqualTo(Map.of(
                        Api.CLAIM_PHONE_NUMBER, new CallCount(7, 1, 2),
                        Api.UPDATE_PHONE_NUMBER, new CallCount(1, 0, 0)));
    }

    @Test
    void seriesOfAllWorkersAddUp() {
        CallSeries early = CallSeries.of(Instant.parse("2026-03-01T09:00:00Z"), new CallCount(2, 1, 0));
        CallSeries late = CallSeries.of(Instant.parse("2026-03-01T09:00:07Z"), new CallCount(3, 0, 0));
        journal().addSeries(journal().take(batch, "first"), Map.of(Api.CLAIM_PHONE_NUMBER, early));
        journal()
                .addSeries(
                        journal().take(batch, "second"),
                        Map.of(Api.CLAIM_PHONE_NUMBER, late, Api.UPDATE_CHIME_NUMBER, late));
        journal().addSeries(journal().take(batch, "third"), Map.of());

        assertThat(journal().series(batch))
                .isEqualTo(Map.of(Api.CLAIM_PHONE_NUMBER, early.plus(late), Api.UPDATE_CHIME_NUMBER, late));
        assertThat(journal().read(batch)).isEmpty();
        assertThat(journal().calls(batch)).isEmpty();
    }

    @Test
    void aBatchThatNobodyTookHasNoCalls() {
        assertThat(journal().calls(batch)).isEmpty();
    }

    @Test
    void countingCallsDoesNotDisturbTheLease() {
        Lease lease = journal().take(batch, "worker");
        journal().addCalls(lease, Map.of(Api.CLAIM_PHONE_NUMBER, new CallCount(1, 0, 0)));

        assertThat(journal().take(batch, "worker").epoch()).isEqualTo(2);
        assertThat(journal().read(batch)).isEmpty();
    }
}
