package io.numberferry.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStream;

/// Writes `retry.csv`: the rows that can end better when they are run again, as a manifest with the
/// input's own columns.
final class RetryCsv {
    private final CsvWriter csv;
    private final OwnColumns own;
    private int rows;

    RetryCsv(OutputStream out, OwnColumns own) {
        this.csv = CsvFile.open(out);
        this.own = own;
        csv.writeRecord(own.header());
    }

    void write(ReportRow row) {
        if (Pile.of(row.outcome().reason()) != Pile.AGAIN) {
            return;
        }
        csv.writeRecord(own.cells(row.row()));
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
