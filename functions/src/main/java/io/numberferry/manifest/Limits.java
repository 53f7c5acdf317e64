package io.numberferry.manifest;

import io.numberferry.domain.AddedColumns;

/// How much text a manifest may hold.
final class Limits {
    /// Bytes of a file: lines can then be counted in an int. A million rows may have 2,000 bytes each.
    static final long FILE_BYTES = 2_000_000_000;

    /// Characters of one record. The largest row that makes sense, 50 tags of 128 and 256 characters and a
    /// description, has 20,000; at three bytes each this still fits twice into an item of DynamoDB (400
    /// KB).
    static final int RECORD_CHARS = 65_536;

    /// Columns of a file's own. Wider than any sheet people keep about numbers; each costs a cell in every row.
    static final int COLUMNS = 512;

    /// Cells of a record that are kept: a `failed.csv` has more columns than its manifest had.
    static final int CELLS = COLUMNS + AddedColumns.NAMES.size();

    /// Characters of one header cell. Longer ones are not names but data, or a quote that was left open.
    static final int HEADER_CELL_CHARS = 256;

    /// Characters of the header record with separators and quotes: what is looked at to find the separator.
    static final int HEADER_CHARS = CELLS * (HEADER_CELL_CHARS + 3);

    /// Characters after which a cell that does not end is taken for a quote that was left open. 2 MB of
    /// memory.
    static final int OPEN_CELL_CHARS = 1_048_576;

    private Limits() {}
}
