package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Status;
import io.numberferry.manifest.Column;
import io.numberferry.manifest.Header;
import io.numberferry.manifest.ManifestReader;
import io.numberferry.manifest.ManifestRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailedCsvTest {
    private static final List<String> HEADER = List.of(" Phone Number", "Description", "=mine");

    @Test
    void theReasonStandsBehindTheManifestsOwnColumns() throws IOException {
        Outcome refused = Outcome.of(Reason.REFUSED, "the service said no").advising("Choose another one.");

        assertThat(Written.records(failed(HEADER, refused, "+12065550100", "Desk", "Zoë")))
                .containsExactly(
                        List.of(" Phone Number", "Description", "'=mine", "code", "message", "advice"),
                        List.of(
                                "+12065550100",
                                "Desk",
                                "Zoë",
                                "REFUSED",
                                "the service said no",
                                "Choose another one."));
    }

    @Test
    void noCellStartsAFormula() throws IOException {
        Outcome refused = Outcome.of(Reason.REFUSED, "=1+1").advising("@cmd");

        assertThat(Written.records(failed(HEADER, refused, "+1 206 555 0100", "=1+1, \"a\"\r\nb", " \t@x ")))
                .contains(List.of("'+1 206 555 0100", "'=1+1, \"a\"\r\nb", "' \t@x ", "REFUSED", "'=1+1", "'@cmd"));
    }

    @Test
    void whatIsReadOfItIsWhatWasReadBefore() {
        Row row = new Row(2, List.of("+1 206 555 0100", "=1+1, \"a\"", "'-5"));
        String file =
                failed(HEADER, Outcome.of(Reason.REFUSED, "no"), row.cells().toArray(String[]::new));
        ManifestReader again =
                ManifestReader.open("failed.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));

        Row read = ((ManifestRow.Whole) again.rows().next()).row();
        assertThat(again.header().cell(read, Column.DESCRIPTION))
                .isEqualTo(Header.of(HEADER).cell(row, Column.DESCRIPTION))
                .isEqualTo("=1+1, \"a\"");
    }

    @Test
    void ofTheWidestManifestItIsAManifestToo() {
        List<String> header = new ArrayList<>(Collections.nCopies(512, "mine"));
        header.set(0, "number");
        String file = failed(header, Outcome.of(Reason.REFUSED, "no"), "+12065550100");
        ManifestReader again =
                ManifestReader.open("failed.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));

        assertThat(again.header().names()).hasSize(515);
        assertThat(again.rows().next()).isInstanceOf(ManifestRow.Whole.class);
    }

    @Test
    void missingCellsComeBackEmpty() throws IOException {
        assertThat(Written.records(failed(HEADER, Outcome.of(Reason.REFUSED, "no"), "+12065550100")))
                .contains(List.of("+12065550100", "", "", "REFUSED", "no", Reason.REFUSED.advice()));
    }

    @Test
    void theReasonsOfAnEarlierJobMakeRoomForThisOnes() throws IOException {
        List<String> header = List.of("number", "code", "message", "advice");

        assertThat(Written.records(failed(header, Outcome.of(Reason.REFUSED, "no"), "+12065550100", "OLD", "old", "")))
                .containsExactly(header, List.of("+12065550100", "REFUSED", "no", Reason.REFUSED.advice()));
    }

    @Test
    void columnsOfTheUsersOwnThatAreNamedAlikeStay() throws IOException {
        List<String> header = List.of("code", "message", "number");

        assertThat(Written.records(failed(header, Outcome.of(Reason.REFUSED, "no"), "SEA", "hello", "+12065550100")))
                .containsExactly(
                        List.of("code", "message", "number", "code", "message", "advice"),
                        List.of("SEA", "hello", "+12065550100", "REFUSED", "no", Reason.REFUSED.advice()));
    }

    /// What was read of such a record may look like a row that can be carried out.
    @Test
    void nothingOfARecordThatCouldNotBeReadIsThere() throws IOException {
        Outcome malformed = Outcome.of(Reason.MALFORMED_RECORD, "line 2: the record has 4 cells and the header has 3");

        assertThat(Written.records(failed(HEADER, malformed, "+12065550100", "Desk", "Zoë")))
                .contains(List.of(
                        "",
                        "",
                        "",
                        "MALFORMED_RECORD",
                        "line 2: the record has 4 cells and the header has 3",
                        Reason.MALFORMED_RECORD.advice()));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void rowsThatWentWrongAreInOneOfTheTwoFilesForTheNextUpload(Reason reason) throws IOException {
        ReportRow row = ReportRow.of(MixedJob.planned(2), Outcome.of(reason, ""));
        Written written = Written.of(Jobs.completed(MixedJob.header(), 1), List.of(row));
        boolean wrong = reason.status() == Status.REJECTED || reason.status() == Status.FAILED;
        int failed = wrong && !reason.worthRetrying() ? 1 : 0;

        assertThat(Written.records(written.failed())).hasSize(1 + failed);
        assertThat(written.totals().failedRows()).isEqualTo(failed);
        assertThat(Written.records(written.retry())).hasSize(reason.worthRetrying() ? 2 : 1);
    }

    private static String failed(List<String> header, Outcome outcome, String... cells) {
        return Written.of(
                        Jobs.completed(header, 1),
                        List.of(ReportRow.of(
                                Numbers.planned(2, MixedJob.claiming(), new Standing.Absent(), cells), outcome)))
                .failed();
    }
}
