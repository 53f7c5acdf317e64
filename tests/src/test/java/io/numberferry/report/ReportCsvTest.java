package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportCsvTest {

    @Test
    void inputColumnNamedLikeOursIsRenamed() {
        assertThat(ReportCsv.besideOurs(List.of("line", "Outcome", " code ", "Lines", "number")))
                .containsExactly("input_line", "input_Outcome", "input_ code ", "Lines", "number");
    }

    @Test
    void renamedColumnDiffersFromEveryOther() {
        assertThat(ReportCsv.besideOurs(List.of("input_code", "code", "CODE")))
                .containsExactly("input_code", "input_input_code", "input_input_input_CODE");
    }

    @Test
    void missingCellsAreFilledUp() throws IOException {
        ReportRow row = Numbers.unread(2, Outcome.of(Reason.MALFORMED_RECORD, "line 2: too short"), "a");
        List<List<String>> records = Written.records(
                Written.of(Jobs.completed(List.of("x", "y"), 1), List.of(row)).report());

        assertThat(records.get(1).subList(0, 5)).containsExactly("2", "a", "", "REJECTED", "MALFORMED_RECORD");
        assertThat(records.get(1)).hasSameSizeAs(records.get(0));
    }
}
