package io.numberferry.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.numberferry.domain.SafeCell;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Writes `retry.csv`: the rows that can end better when they are run again, as a manifest with the
/// input's own columns.
///
/// Every cell is what was read, but for the apostrophe in front of text that would start a formula: people
/// look at this file in a spreadsheet, too, and a manifest is read without it.
final class RetryCsv {
    private final CsvWriter csv;
    private final int columns;
    private int rows;

    RetryCsv(OutputStream out, List<String> header) {
        this.csv = CsvFile.open(out);
        this.columns = header.size();
        csv.writeRecord(SafeCell.of(header));
    }

    void write(ReportRow row) {
        if (!row.outcome().reason().worthRetrying()) {
            return;
        }
        List<String> cells = new ArrayList<>(SafeCell.of(row.row().cells()));
        while (cells.size() < columns) {
            cells.add("");
        }
        csv.writeRecord(cells);
        rows++;
    }

    void flush() {
        CsvFile.flush(csv);
    }

    /// How many rows the file holds, the header not counted.
    int rows() {
        return rows;
    }
}
