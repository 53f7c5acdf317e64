package io.numberferry.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;

/// Writes `undo.csv`: the inverse of what was done, last thing first, as a manifest. Rows without an
/// inverse are in it with the operation `describe`, which changes nothing, and a note that says why.
final class UndoCsv {
    private final OutputStream out;
    private final Undo undo;
    private final ReversedRecords rows;
    private int undoing;
    private int explaining;

    /// @param undoing rows that undo something
    /// @param explaining rows that only say why there is no inverse
    record Count(int undoing, int explaining) {}

    UndoCsv(OutputStream out, Undo undo, SeekableByteChannel scratch) {
        this.out = out;
        this.undo = undo;
        this.rows = new ReversedRecords(scratch);
    }

    void write(ReportRow row) {
        undo.of(row).ifPresent(this::write);
    }

    private void write(WrittenRow row) {
        if (row.undoes()) {
            undoing++;
        } else {
            explaining++;
        }
        try {
            rows.add(row.cells());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() throws IOException {
        var header = CsvFile.open(out);
        header.writeRecord(WrittenRow.Column.header());
        header.flush();
        rows.writeTo(out);
        out.flush();
    }

    Count count() {
        return new Count(undoing, explaining);
    }
}
