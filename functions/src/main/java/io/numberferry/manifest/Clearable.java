package io.numberferry.manifest;

/// A cell in which the word `CLEAR` means that the value is to be emptied, as opposed to a blank one, which
/// leaves it.
///
/// @param filled reads any other text
record Clearable(CellParser<String> filled) implements CellParser<String> {
    /// Only in capitals, so that it is no everyday description.
    static final String CLEAR = "CLEAR";

    @Override
    public Cell<String> parse(String text) {
        return text.equals(CLEAR) ? Cell.of("") : filled.parse(text);
    }
}
