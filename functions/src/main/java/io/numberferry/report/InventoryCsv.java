package io.numberferry.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.numberferry.domain.Holding;
import java.io.OutputStream;
import java.util.List;

/// Writes the numbers that are held as a manifest that asks for what is so already: run as it is, it changes
/// nothing, and where a cell is edited, only that. Not safe for use by several threads.
///
/// Memory does not grow with the numbers.
public final class InventoryCsv {
    private final CsvWriter csv;
    private final InventoryRows rows;
    private int numbers;
    private int written;
    private int leftOut;

    /// What a file holds.
    ///
    /// @param numbers that have rows in it
    /// @param rows the header not counted
    /// @param leftOut numbers of which a manifest can ask for nothing
    public record Count(int numbers, int rows, int leftOut) {}

    public InventoryCsv(OutputStream out, Reading reading) {
        this.csv = CsvFile.open(out);
        this.rows = new InventoryRows(reading);
        csv.writeRecord(header());
    }

    /// The file's columns: the manifest's own, and one for notes.
    public static List<String> header() {
        return WrittenRow.Column.header();
    }

    public void write(Holding holding) {
        List<WrittenRow> own = rows.of(holding);
        own.forEach(row -> csv.writeRecord(row.cells()));
        written += own.size();
        numbers += own.isEmpty() ? 0 : 1;
        leftOut += own.isEmpty() ? 1 : 0;
    }

    /// To be called after the last number.
    public Count finish() {
        CsvFile.flush(csv);
        return new Count(numbers, written, leftOut);
    }
}
