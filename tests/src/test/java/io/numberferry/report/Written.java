package io.numberferry.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A report written into memory.
record Written(Totals totals, String report, String retry, String failed, String undo, String summary, String page) {

    static Written of(ReportJob job, List<ReportRow> rows) {
        var report = new ByteArrayOutputStream();
        var retry = new ByteArrayOutputStream();
        var failed = new ByteArrayOutputStream();
        var undo = new ByteArrayOutputStream();
        var summary = new ByteArrayOutputStream();
        var page = new ByteArrayOutputStream();
        try (SeekableByteChannel scratch = scratch()) {
            ReportFiles files = new ReportFiles(report, retry, failed, undo, summary, page, scratch);
            Totals totals = ReportWriter.write(job, AsManifest.reading(), rows.iterator(), files);
            return new Written(
                    totals,
                    report.toString(StandardCharsets.UTF_8),
                    retry.toString(StandardCharsets.UTF_8),
                    failed.toString(StandardCharsets.UTF_8),
                    undo.toString(StandardCharsets.UTF_8),
                    summary.toString(StandardCharsets.UTF_8),
                    page.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SeekableByteChannel scratch() throws IOException {
        return Files.newByteChannel(
                Files.createTempFile("report", ".scratch"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /// The records of a CSV file, its header first.
    static List<List<String>> records(String csvText) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(csvText)) {
            return csv.stream().map(CsvRecord::getFields).toList();
        }
    }
}
