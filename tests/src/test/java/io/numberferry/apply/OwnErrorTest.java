package io.numberferry.apply;

import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.attachFlow;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.move;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.Api;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// An error of ours at one row, whatever it is, ends that row alone.
class OwnErrorTest {
    private static final Fault BROKEN = new Fault.Broken();

    private final World world = new World();

    @Test
    void aMoveWhoseCallBreaksEndsAloneWhenAReadShowsItUnchanged() throws InterruptedException {
        List<PlannedItem> rows = IntStream.range(2, 5)
                .mapToObj(line -> standingAt(row(line, move(OHIO)), OREGON))
                .toList();
        rows.forEach(row -> world.connect.own(row.number(), OREGON));
        world.connect.wire().script().always(Api.UPDATE_PHONE_NUMBER, number(1), BROKEN);
        world.work(rows);

        assertThat(world.reasons())
                .containsExactly(Reason.DONE_WITHOUT_FLOW, Reason.INTERNAL_ERROR, Reason.DONE_WITHOUT_FLOW);
        assertThat(world.outcome(3).message())
                .startsWith(
                        "nothing has changed: an error in Numberferry itself, IllegalStateException at FakeWire.java:")
                .doesNotContain(number(1).e164());
        assertThat(world.connect.wire().log(Api.UPDATE_PHONE_NUMBER)).hasSize(3);
    }

    @Test
    void aClaimWhoseCallBreaksIsUnknown() throws InterruptedException {
        world.connect.wire().script().always(Api.CLAIM_PHONE_NUMBER, number(1), BROKEN);
        world.work(row(2, claim(OREGON)), row(3, claim(OREGON)), row(4, claim(OREGON)));

        assertThat(world.reasons()).containsExactly(Reason.DONE, Reason.NO_ANSWER, Reason.DONE);
        assertThat(world.outcome(3).message()).contains("to look up: ListPhoneNumbersV2");
    }

    @Test
    void aRowThatBreaksBeforeItsCallHasFailed() throws InterruptedException {
        PlannedItem flow = standingAt(row(2, attachFlow(OREGON)), OREGON);
        PlannedItem without = new PlannedItem(flow.row(), flow.item(), flow.standing(), Optional.empty(), flow.after());
        world.work(without, row(3, claim(OREGON)));

        assertThat(world.reasons()).containsExactly(Reason.INTERNAL_ERROR, Reason.DONE);
        assertThat(world.outcome(2).message())
                .startsWith("not sent: an error in Numberferry itself, NoSuchElementException at ");
    }

    @Test
    void aChimeRowWhoseCallBreaksEndsAlone() throws InterruptedException {
        List<PlannedItem> rows = IntStream.range(2, 10)
                .mapToObj(line -> row(line, Samples.associate(NORTH)))
                .toList();
        rows.forEach(row -> world.chime.hold(row.number(), FakeChime.FREE));
        world.chime.wire().script().always(Api.ASSOCIATE_WITH_GROUP, number(4), BROKEN);
        world.work(rows);

        assertThat(world.reason(6)).isEqualTo(Reason.INTERNAL_ERROR);
        assertThat(world.reasons()).filteredOn(reason -> reason == Reason.DONE).hasSize(7);
    }

    @Test
    void aJournalOutOfReachStillEndsTheWorker() {
        RuntimeException gone = new JournalUnavailableException("gone", new IllegalStateException());

        assertThatThrownBy(() -> OwnError.outcome(gone, false)).isInstanceOf(JournalUnavailableException.class);
    }
}
