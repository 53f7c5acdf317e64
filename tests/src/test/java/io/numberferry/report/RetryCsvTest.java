package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import io.numberferry.manifest.Column;
import io.numberferry.manifest.Header;
import io.numberferry.manifest.ManifestReader;
import io.numberferry.manifest.ManifestRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryCsvTest {
    private static final List<String> HEADER = List.of(" Phone Number", "Description", "=mine");

    @Test
    void cellsComeBackAsTheyWereReadAndStartNoFormula() throws IOException {
        Row row = new Row(2, List.of("+12065550100", "=1+1, \"a\"\r\nb", " \t@x "));

        assertThat(Written.records(retried(Reason.JOB_STOPPED, row)))
                .containsExactly(
                        List.of(" Phone Number", "Description", "'=mine"),
                        List.of("+12065550100", "'=1+1, \"a\"\r\nb", "' \t@x "));
    }

    @Test
    void whatIsReadOfItIsWhatWasReadBefore() {
        Row row = new Row(2, List.of("+1 206 555 0100", "=1+1, \"a\"", "'-5"));
        ManifestReader again = ManifestReader.open(
                "retry.csv",
                new ByteArrayInputStream(retried(Reason.JOB_STOPPED, row).getBytes(StandardCharsets.UTF_8)));

        Row read = ((ManifestRow.Whole) again.rows().next()).row();
        assertThat(again.header().cell(read, Column.DESCRIPTION))
                .isEqualTo(Header.of(HEADER).cell(row, Column.DESCRIPTION))
                .isEqualTo("=1+1, \"a\"");
        assertThat(retried(Reason.JOB_STOPPED, read)).isEqualTo(retried(Reason.JOB_STOPPED, row));
    }

    @Test
    void missingCellsComeBackEmpty() throws IOException {
        assertThat(Written.records(retried(Reason.JOB_STOPPED, new Row(2, List.of("+12065550100")))))
                .contains(List.of("+12065550100", "", ""));
    }

    @Test
    void nothingWorthRetryingLeavesTheHeader() {
        assertThat(retried(Reason.MISSING_VALUE, new Row(2, List.of("", "", ""))))
                .isEqualTo(" Phone Number,Description,'=mine\n");
    }

    @Test
    void whatAnEarlierJobSaidOfARowIsLeftOut() {
        List<String> header = List.of("number", "code", "message", "advice");
        ReportRow row = Numbers.unread(2, Outcome.of(Reason.JOB_STOPPED, ""), "+12065550100", "REFUSED", "no", "");

        assertThat(Written.of(Jobs.completed(header, 1), List.of(row)).retry()).isEqualTo("number\n+12065550100\n");
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
