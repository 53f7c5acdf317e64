package io.numberferry.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.SafeCell;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Writes `failed.csv`: the rows that end the same when they are run again as they are, each with the reason behind
/// its own columns. Corrected, the file is a manifest.
///
/// A record that could not be read has blank cells: what was read of it is not what was meant, and might be carried
/// out if it were here.
final class FailedCsv {
    private final CsvWriter csv;
    private final OwnColumns own;
    private int rows;

    FailedCsv(OutputStream out, OwnColumns own) {
        this.csv = CsvFile.open(out);
        this.own = own;
        List<String> header = new ArrayList<>(own.header());
        header.addAll(OwnColumns.ADDED);
        csv.writeRecord(header);
    }

    void write(ReportRow row) {
        Outcome outcome = row.outcome();
        if (Pile.of(outcome.reason()) != Pile.CORRECT) {
            return;
        }
        boolean unreadable = outcome.reason() == Reason.MALFORMED_RECORD;
        List<String> cells = new ArrayList<>(unreadable ? own.blank() : own.cells(row.row()));
        cells.addAll(SafeCell.of(List.of(outcome.reason().name(), row.message(), outcome.advice())));
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
