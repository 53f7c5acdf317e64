package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportWriterTest {
    private static final int MANY = 200_000;
    /// More rows than fit into the buffers of a CSV file: 16 KiB, in rows of at least 25 bytes.
    private static final int BUFFERED = 700;

    @Test
    void rowsAreWrittenAsTheyComeAndNotKept() throws IOException {
        CountedLines report = new CountedLines();
        CountedLines retry = new CountedLines();
        CountedLines undo = new CountedLines();
        try (SeekableByteChannel scratch = Written.scratch()) {
            ReportFiles files = new ReportFiles(
                    report,
                    retry,
                    OutputStream.nullOutputStream(),
                    undo,
                    OutputStream.nullOutputStream(),
                    OutputStream.nullOutputStream(),
                    scratch);
            Iterator<ReportRow> rows = IntStream.range(0, MANY)
                    .peek(given -> {
                        assertThat(given - report.lines).isLessThan(BUFFERED);
                        assertThat(given - retry.lines).isLessThan(BUFFERED);
                        assertSpilled(scratch, given);
                    })
                    .mapToObj(ReportWriterTest::partlyDone)
                    .iterator();

            Totals totals =
                    ReportWriter.write(Jobs.completed(MixedJob.header(), MANY), AsManifest.reading(), rows, files);

            assertThat(totals.rows()).isEqualTo(MANY);
        }
        assertThat(report.lines).isEqualTo(MANY + 1);
        assertThat(retry.lines).isEqualTo(MANY + 1);
        assertThat(undo.lines).isEqualTo(MANY + 1);
    }

    @Test
    void listsOfRowsAndErrorsAreBounded() {
        NumberErrors errors = new NumberErrors();
        PageRows pageRows = new PageRows();
        for (int i = 0; i < MANY; i++) {
            errors.add(partlyDone(i));
            pageRows.add(partlyDone(i));
            assertThat(errors.first().size()).isLessThanOrEqualTo(1_000);
            assertThat(pageRows.shown()).isLessThanOrEqualTo(100_000);
        }

        assertThat(errors.omitted()).isEqualTo(MANY - 1_000);
        assertThat(pageRows.attention()).isEqualTo(MANY);
    }

    @Test
    void jobWithoutRowsHasAReport() throws IOException {
        Written written = Written.of(Jobs.completed(MixedJob.header(), 0), List.of());

        assertThat(Written.records(written.report())).hasSize(1);
        assertThat(written.page()).contains("0 of 0 rows are as asked.");
    }

    private static ReportRow partlyDone(int i) {
        PlannedItem planned = MixedJob.chime(i + 2);
        return ReportRow.of(planned, Outcome.of(Reason.PARTLY_DONE, "the name was refused"));
    }

    private static void assertSpilled(SeekableByteChannel scratch, int given) {
        try {
            long blocks = given / ReversedRecords.BLOCK;
            assertThat(scratch.size()).isGreaterThanOrEqualTo(blocks * ReversedRecords.BLOCK * 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Counts lines and forgets them.
    private static final class CountedLines extends OutputStream {
        private int lines;

        @Override
        public void write(int b) {
            lines += b == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                write(bytes[i]);
            }
        }
    }
}
