package io.numberferry.report;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// Writes the report of a million rows, as a process of its own: `java -Xmx256m`, what a small function has.
/// Says how many lines each file got.
final class MillionRows {
    static final int ROWS = 1_000_000;

    /// Every tenth row is for each of `retry.csv` and `failed.csv`, more than half can be undone.
    private static final List<Reason> REASONS = List.of(
            Reason.DONE,
            Reason.ALREADY_DONE,
            Reason.DONE,
            Reason.ALREADY_DONE,
            Reason.DONE,
            Reason.ALREADY_DONE,
            Reason.DONE,
            Reason.REFUSED,
            Reason.DONE,
            Reason.PARTLY_DONE);

    private MillionRows() {}

    public static void main(String[] arguments) throws IOException {
        Lines report = new Lines();
        Lines retry = new Lines();
        Lines failed = new Lines();
        Lines undo = new Lines();
        Lines page = new Lines();
        try (SeekableByteChannel scratch = Written.scratch()) {
            ReportFiles files = new ReportFiles(
                    new BufferedOutputStream(report),
                    new BufferedOutputStream(retry),
                    new BufferedOutputStream(failed),
                    new BufferedOutputStream(undo),
                    OutputStream.nullOutputStream(),
                    new BufferedOutputStream(page),
                    scratch);
            Iterator<ReportRow> rows =
                    IntStream.range(2, ROWS + 2).mapToObj(MillionRows::row).iterator();
            Totals totals =
                    ReportWriter.write(Jobs.completed(MixedJob.header(), ROWS), AsManifest.reading(), rows, files);
            for (OutputStream file :
                    List.of(files.report(), files.retry(), files.failed(), files.undo(), files.page())) {
                file.flush();
            }
            System.out.printf(
                    "rows %d, report %d, retry %d, failed %d, undo %d, page %d MB%n",
                    totals.rows(), report.lines, retry.lines, failed.lines, undo.lines, page.bytes >> 20);
        }
    }

    private static ReportRow row(int line) {
        PlannedItem planned = MixedJob.chime(line);
        Reason reason = REASONS.get(line % REASONS.size());
        String message = "line " + line + " ended in one of the ways in which rows end";
        return ReportRow.of(planned, Outcome.of(reason, message).afterAttempts(1));
    }

    /// Counts what it is given and forgets it.
    private static final class Lines extends OutputStream {
        private int lines;
        private long bytes;

        @Override
        public void write(int b) {
            lines += b == '\n' ? 1 : 0;
            bytes++;
        }

        @Override
        public void write(byte[] given, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                write(given[i]);
            }
        }
    }
}
