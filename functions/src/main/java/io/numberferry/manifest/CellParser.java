package io.numberferry.manifest;

/// Reads the text of a filled cell. Pure.
@FunctionalInterface
interface CellParser<T> {
    /// @param text not blank, and without blanks at its ends
    Cell<T> parse(String text);
}
