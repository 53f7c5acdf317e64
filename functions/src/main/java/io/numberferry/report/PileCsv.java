package io.numberferry.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.numberferry.domain.AddedColumns;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.SafeCell;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes the rows of one pile as a manifest for another upload, with the input's own columns.
final class PileCsv {
    private final CsvWriter csv;
    private final Pile pile;
    private final Function<ReportRow, List<String>> record;
    private int rows;

    private PileCsv(OutputStream out, Pile pile, List<String> header, Function<ReportRow, List<String>> record) {
        this.csv = CsvFile.open(out);
        this.pile = pile;
        this.record = record;
        csv.writeRecord(header);
    }

    /// `retry.csv`: the rows that can end better when they are run again.
    static PileCsv retry(OutputStream out, OwnColumns own) {
        return new PileCsv(out, Pile.AGAIN, own.header(), row -> own.cells(row.row()));
    }

    /// `failed.csv`: the rows that end the same when they are run again as they are, each with the reason behind its
    /// own columns. Corrected, the file is a manifest.
    ///
    /// A record that could not be read has blank cells: what was read of it is not what was meant, and might be
    /// carried out if it were here.
    static PileCsv failed(OutputStream out, OwnColumns own) {
        return new PileCsv(
                out, Pile.CORRECT, joined(own.header(), AddedColumns.NAMES), row -> joined(own(row, own), reason(row)));
    }

    private static List<String> own(ReportRow row, OwnColumns own) {
        boolean unreadable = row.outcome().reason() == Reason.MALFORMED_RECORD;
        return unreadable ? own.blank() : own.cells(row.row());
    }

    private static List<String> reason(ReportRow row) {
        Outcome outcome = row.outcome();
        return SafeCell.of(List.of(outcome.reason().name(), row.message(), outcome.advice()));
    }

    private static List<String> joined(List<String> own, List<String> added) {
        return Stream.concat(own.stream(), added.stream()).toList();
    }

    void write(ReportRow row) {
        if (Pile.of(row.outcome().reason()) == pile) {
            csv.writeRecord(record.apply(row));
            rows++;
        }
    }

    void flush() {
        CsvFile.flush(csv);
    }

    /// How many rows the file holds, the header not counted.
    int rows() {
        return rows;
    }
}
