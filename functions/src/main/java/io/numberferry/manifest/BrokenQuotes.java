package io.numberferry.manifest;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.numberferry.manifest.ManifestException.Place;

/// Says in the user's words why the CSV parser gave up. It does so only over quotes: after one that is not
/// where it should be, nobody can tell where the next record begins.
final class BrokenQuotes {
    private static final String REMEDY =
            "quote each cell as a whole, and write a quote inside a quoted cell as two quotes";

    private BrokenQuotes() {}

    /// @param line the 1-based line on which the record begins
    static ManifestException exception(String file, int line, CsvParseException cause) {
        return new ManifestException(file, Place.line(line), reason(String.valueOf(cause.getMessage())), REMEDY);
    }

    private static String reason(String parserSays) {
        if (parserSays.startsWith("Unexpected character after closing quote")) {
            return "in the record that begins here, text follows a closing quote";
        }
        if (parserSays.startsWith("Unclosed")) {
            return "in the record that begins here, a quote is opened and never closed";
        }
        return "the record that begins here has a cell of more than %,d characters, as when a quote is never closed"
                .formatted(Limits.OPEN_CELL_CHARS);
    }
}
