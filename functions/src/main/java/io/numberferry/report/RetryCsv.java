package io.numberferry.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Writes `retry.csv`: the rows that can end better when they are run again, as a manifest with the
/// input's own columns.
///
/// Every cell is exactly what was read, formula-like text included: a machine reads this file, and an
/// apostrophe in front of a description or a flow's name would make it another request. Phone numbers
/// need none anyway.
final class RetryCsv {
    private final CsvWriter csv;
    private final int columns;
    private int rows;

    RetryCsv(OutputStream out, List<String> header) {
        this.csv = CsvFile.open(out);
        this.columns = header.size();
        csv.writeRecord(header);
    }

    void write(ReportRow row) {
        if (!row.outcome().reason().worthRetrying()) {
            return;
        }
        List<String> cells = new ArrayList<>(row.row().cells());
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
