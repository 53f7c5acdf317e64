package io.numberferry.plan;

import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Lane;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SinceCheckTest {
    private static final Instant AT = Instant.parse("2026-11-01T08:00:00Z");
    private static final Operation CLAIM = Samples.claimWithFlow(OREGON);
    private static final Operation MOVE = Samples.moveWithFlow(OHIO);

    private final List<Settled> checked = new ArrayList<>();
    private final List<Planned> now = new ArrayList<>();

    @Test
    void theSameFateIsNoChange() {
        then(row(2, CLAIM));
        then(row(3, CLAIM), Reason.TARGET_NOT_FOUND);
        nowToDo(row(2, CLAIM));
        now(row(3, CLAIM), Reason.TARGET_NOT_FOUND);

        assertThat(warning())
                .isEqualTo(new Warning(
                        Warning.Code.SINCE_CHECK, "since the check of 2026-11-01T08:00:00Z nothing has changed", 0));
    }

    @Test
    void rowsThatDifferAlikeAreCountedTogetherWithTheirFirstLines() {
        for (int line = 2; line < 9; line++) {
            then(row(line, CLAIM));
            now(row(line, CLAIM), Reason.ALREADY_DONE);
        }
        then(row(9, CLAIM), Reason.TARGET_NOT_FOUND);
        nowToDo(row(9, CLAIM));

        assertThat(warning())
                .isEqualTo(new Warning(
                        Warning.Code.SINCE_CHECK,
                        "since the check of 2026-11-01T08:00:00Z 8 rows have changed: 7 would claim then,"
                                + " UNCHANGED (ALREADY_DONE) now (lines 2, 3, 4, 5, 6, …); 1 FAILED"
                                + " (TARGET_NOT_FOUND) then, would claim now (line 9)",
                        8));
    }

    @Test
    void aNumberThatStandsElsewhereNowIsAChangeThoughItsRowDoesTheSame() {
        then(standingAt(row(2, MOVE), OREGON));
        nowToDo(standingAt(row(2, MOVE), Samples.GROUP));

        assertThat(warning().message())
                .endsWith("1 row has changed: 1 would move then and now, with another state before or after (line 2)");
    }

    private Warning warning() {
        SinceCheck check = new SinceCheck(AT, checked.iterator());
        now.forEach(check::add);
        return check.warning();
    }

    private void then(PlannedItem planned) {
        Outcome outcome = Outcome.of(Reason.DRY_RUN, Preview.message(planned))
                .leaving(Preview.after(planned))
                .from(planned.before());
        checked.add(new Settled(planned.row(), Optional.empty(), outcome));
    }

    private void then(PlannedItem planned, Reason reason) {
        checked.add(new Settled(planned.row(), Optional.empty(), Outcome.of(reason, "")));
    }

    private void nowToDo(PlannedItem planned) {
        now.add(new Planned.ToDo(new Lane(Service.CONNECT, "us-west-2"), planned));
    }

    private void now(PlannedItem planned, Reason reason) {
        now.add(new Planned.Done(
                new Settled(planned.row(), Optional.of(planned.item()), Outcome.of(reason, "then as now"))));
    }
}
