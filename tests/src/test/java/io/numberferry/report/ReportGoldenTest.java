package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Status;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReportGoldenTest {
    private final Written written = Written.of(MixedJob.job(), MixedJob.rows());

    @Test
    void reportHasEveryRowWithItsOutcome() throws IOException {
        Golden.assertSame("report.csv", written.report());
    }

    @Test
    void retryHasTheRowsWorthRunningAgainAsTheyWere() throws IOException {
        Golden.assertSame("retry.csv", written.retry());
    }

    @Test
    void failedHasTheOthersThatWentWrongWithTheReason() throws IOException {
        Golden.assertSame("failed.csv", written.failed());
    }

    @Test
    void undoGoesBackLastThingFirst() throws IOException {
        Golden.assertSame("undo.csv", written.undo());
    }

    @Test
    void summaryHasTheCounts() throws IOException {
        Golden.assertSame("summary.json", written.summary());
    }

    @Test
    void pageShowsWhatNeedsAPerson() throws IOException {
        Golden.assertSame("index.html", written.page());
    }

    @Test
    void sameRowsGiveTheSameBytes() {
        Written again = Written.of(MixedJob.job(), MixedJob.rows());

        assertThat(again).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void totalsAddUpToTheRows() {
        assertThat(written.totals().rows()).isEqualTo(MixedJob.rows().size());
        assertThat(written.totals().outcomes())
                .containsEntry(Status.SUCCEEDED, 3)
                .hasSize(7);
        assertThat(written.totals().retryRows()).isEqualTo(5);
        assertThat(written.totals().failedRows()).isEqualTo(1);
        assertThat(written.totals().undoRows()).isEqualTo(3);
    }
}
