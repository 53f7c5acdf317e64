package io.numberferry.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/// Writes all files of a report in one pass over the rows. Memory does not grow with their number.
///
/// The same job and rows give the same bytes. Not safe for use by several threads.
public final class ReportWriter {
    private final ReportJob job;
    private final ReportFiles files;
    private final RowCheck check;
    private final Tally tally = new Tally();
    private final NumberErrors errors = new NumberErrors();
    private final PageRows pageRows = new PageRows();
    private final ReportCsv report;
    private final PileCsv retry;
    private final PileCsv failed;
    private final UndoCsv undo;

    private ReportWriter(ReportJob job, Reading reading, ReportFiles files) {
        this.job = job;
        this.files = files;
        this.check = new RowCheck(job.contents());
        this.report = new ReportCsv(files.report(), job.contents().header());
        OwnColumns own = OwnColumns.of(job.contents().header());
        this.retry = PileCsv.retry(files.retry(), own);
        this.failed = PileCsv.failed(files.failed(), own);
        this.undo = new UndoCsv(files.undo(), new Undo(reading), files.scratch());
    }

    /// Writes the whole report.
    ///
    /// @param reading how the rows of `undo.csv` will be read
    /// @param rows every row of the job, in input order; read once, one at a time
    /// @return how many rows ended with which word, and what the files hold
    /// @throws IncompleteReportException when the rows are not the planned ones, each once and in order;
    ///     whatever was written by then must be thrown away
    /// @throws UncheckedIOException when a file cannot be written
    public static Totals write(ReportJob job, Reading reading, Iterator<ReportRow> rows, ReportFiles files) {
        ReportWriter writer = new ReportWriter(job, reading, files);
        rows.forEachRemaining(writer::add);
        try {
            return writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(ReportRow row) {
        check.admit(row);
        tally.add(row.outcome());
        errors.add(row);
        pageRows.add(row);
        report.write(row);
        retry.write(row);
        failed.write(row);
        undo.write(row);
    }

    private Totals finish() throws IOException {
        check.complete(tally.total());
        report.flush();
        retry.flush();
        failed.flush();
        undo.finish();
        Figures figures = new Figures(tally, errors, pageRows, retry.rows(), failed.rows(), undo.count());
        SummaryJson.write(files.summary(), job, figures);
        Page.write(files.page(), job, figures);
        return new Totals(
                tally.outcomes(), retry.rows(), failed.rows(), undo.count().undoing());
    }
}
