package io.numberferry.manifest;

import java.util.List;
import java.util.OptionalLong;

/// A record as the CSV parser saw it.
///
/// @param line the 1-based line it begins on, counted from where the parser began
/// @param cells at most [Limits#CELLS] cells of at most [Limits#RECORD_CHARS] characters together
/// @param width how many cells it has, those that were not kept included
/// @param chars how many characters its cells have, those that were not kept included
/// @param spacedQuote the index of a cell with a space before its opening quote; -1 for none
/// @param damagedAt the offset in the file of the first byte that is no text, counted from 0; empty for none
record RawRecord(int line, List<String> cells, int width, long chars, int spacedQuote, OptionalLong damagedAt) {
    boolean isBlank() {
        return width == cells.size()
                && chars <= Limits.RECORD_CHARS
                && cells.stream().allMatch(CellText::isBlank);
    }
}
