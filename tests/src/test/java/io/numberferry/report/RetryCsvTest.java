package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryCsvTest {
    private static final List<String> HEADER = List.of(" Phone Number", "Description", "=mine");

    @Test
    void cellsComeBackAsTheyWereRead() throws IOException {
        Row row = new Row(2, List.of("+12065550100", "=1+1, \"a\"\r\nb", " \t@x "));

        assertThat(Written.records(retried(Reason.JOB_STOPPED, row))).containsExactly(HEADER, row.cells());
    }

    @Test
    void missingCellsComeBackEmpty() throws IOException {
        assertThat(Written.records(retried(Reason.JOB_STOPPED, new Row(2, List.of("+12065550100")))))
                .containsExactly(HEADER, List.of("+12065550100", "", ""));
    }

    @Test
    void nothingWorthRetryingLeavesTheHeader() {
        assertThat(retried(Reason.MISSING_VALUE, new Row(2, List.of("", "", ""))))
                .isEqualTo(" Phone Number,Description,=mine\n");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyRowsWorthRetryingAreThere(Reason reason) throws IOException {
        ReportRow row = ReportRow.of(MixedJob.planned(2), Outcome.of(reason, ""));
        Written written = Written.of(Jobs.completed(MixedJob.header(), 1), List.of(row));

        assertThat(Written.records(written.retry())).hasSize(reason.worthRetrying() ? 2 : 1);
        assertThat(written.totals().retryRows()).isEqualTo(reason.worthRetrying() ? 1 : 0);
    }

    private static String retried(Reason reason, Row row) {
        ReportRow only =
                Numbers.unread(row.line(), Outcome.of(reason, ""), row.cells().toArray(String[]::new));
        return Written.of(Jobs.completed(HEADER, 1), List.of(only)).retry();
    }
}
