package io.numberferry.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// How every CSV file of a report is written: UTF-8 without a byte order mark, commas, LF after each
/// record, quotes only where a cell needs them.
final class CsvFile {
    private CsvFile() {}

    static CsvWriter open(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }

    /// @throws UncheckedIOException when the stream cannot be written
    static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
