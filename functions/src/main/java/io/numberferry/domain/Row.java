package io.numberferry.domain;

import java.util.List;

/// One CSV record as it was read: text, not yet checked.
///
/// @param line the 1-based line of the file on which the record begins; quoted line breaks make it skip
/// @param cells one per column of the header, in the header's order; missing ones are empty, never null
public record Row(int line, List<String> cells) {
    public Row {
        if (line < 1) {
            throw new IllegalArgumentException("lines count from 1, not " + line);
        }
        cells = List.copyOf(cells);
    }
}
