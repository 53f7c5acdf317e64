package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import io.numberferry.domain.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowCheckTest {
    private static final Outcome REJECTED = Outcome.of(Reason.MISSING_VALUE, "");

    @Test
    void missingRowIsRefused() {
        assertRefused(3, "2 rows came, and 3 were planned", row(2), row(3));
    }

    @Test
    void rowTooManyIsRefused() {
        assertRefused(2, "line 4 comes after all 2 planned rows", row(2), row(3), row(4));
    }

    @Test
    void repeatedLineIsRefused() {
        assertRefused(3, "line 3 comes twice", row(2), row(3), row(3));
    }

    @Test
    void lineOutOfOrderIsRefused() {
        assertRefused(3, "line 2 comes after line 5", row(3), row(5), row(2));
    }

    @Test
    void rowJoinedWithAnotherLinesPlanIsRefused() {
        PlannedItem planned = Numbers.planned(3, MixedJob.claiming(), new Standing.Absent());
        Row other = new Row(2, List.of("x"));

        assertRefused(
                1,
                "line 2 was joined with another line's plan",
                new ReportRow(other, Optional.of(planned.item()), Optional.of(planned), Outcome.of(Reason.DONE, "")));
    }

    @Test
    void rowWithMoreCellsThanColumnsIsRefused() {
        assertRefused(1, "line 2 has 2 cells under 1 columns", Numbers.unread(2, REJECTED, "x", "y"));
    }

    @Test
    void successWithoutARequestIsRefused() {
        assertRefused(
                1,
                "line 2 is SUCCEEDED, but nothing says what it asked for",
                Numbers.unread(2, Outcome.of(Reason.DONE, ""), "x"));
    }

    @Test
    void outcomesThatDoNotAddUpAreRefused() {
        RowCheck check = new RowCheck(new ReportJob.Contents(Optional.empty(), List.of("number"), 1));
        check.admit(row(2));

        assertThatThrownBy(() -> check.complete(2))
                .isInstanceOf(IncompleteReportException.class)
                .hasMessage("The report would not be true: the outcomes add up to 2, not to 1 rows.");
    }

    private static ReportRow row(int line) {
        return Numbers.unread(line, REJECTED, "x");
    }

    private static void assertRefused(int planned, String reason, ReportRow... rows) {
        assertThatThrownBy(() -> Written.of(Jobs.completed(List.of("number"), planned), List.of(rows)))
                .isInstanceOf(IncompleteReportException.class)
                .hasMessage("The report would not be true: " + reason + ".");
    }
}
