package io.numberferry.manifest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.numberferry.manifest.ManifestException.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the character between the cells. It is the one with which the header names most columns.
final class Separator {
    private static final String ALL = ",;\t|";
    private static final char DEFAULT = ',';
    /// The first line by which spreadsheets are told the separator; some fill it up with empty cells.
    private static final Pattern DECLARATION = Pattern.compile("\"?sep=(.)\"?[,;\t| ]*", Pattern.CASE_INSENSITIVE);

    private record Candidate(char separator, long known, long cells) {}

    private Separator() {}

    /// Reads a line such as `sep=;`. Empty when the line is something else.
    ///
    /// @throws ManifestException when it names a character that cannot be a separator
    static Optional<Character> declaredBy(String file, String line) {
        Matcher declaration = DECLARATION.matcher(line);
        if (!declaration.matches()) {
            return Optional.empty();
        }
        char separator = declaration.group(1).charAt(0);
        if (ALL.indexOf(separator) < 0) {
            throw new ManifestException(
                    file,
                    Place.line(1),
                    "%s is not a separator that is understood".formatted(CellText.quoted(declaration.group(1))),
                    "separate the cells by commas, semicolons, tabs or pipes");
        }
        return Optional.of(separator);
    }

    /// @param header the text of the header record
    static char of(String header) {
        return ALL.chars()
                .mapToObj(c -> candidate(header, (char) c))
                .max(Comparator.comparingLong(Candidate::known)
                        .thenComparingLong(Candidate::cells)
                        .thenComparing(candidate -> candidate.separator() == DEFAULT))
                .map(Candidate::separator)
                .orElse(DEFAULT);
    }

    private static Candidate candidate(String header, char separator) {
        List<String> cells = cells(header, separator);
        long known = cells.stream()
                .map(Column::named)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        return new Candidate(separator, known, cells.size());
    }

    private static List<String> cells(String header, char separator) {
        try {
            return CsvReader.builder().fieldSeparator(separator).ofCsvRecord(header).stream()
                    .findFirst()
                    .map(csv -> csv.getFields())
                    .orElse(List.of());
        } catch (CsvParseException e) {
            return List.of();
        }
    }
}
