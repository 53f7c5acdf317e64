package io.numberferry.manifest;

import io.numberferry.domain.AddedColumns;
import io.numberferry.manifest.ManifestException.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Refuses a manifest whose header cannot be used.
final class HeaderCheck {
    /// A first cell like this means that the header is missing.
    private static final Pattern NUMBER = Pattern.compile("['=\"(]*\\+?[0-9][0-9 ().-]{5,}\"?");

    private final String file;
    private final int line;
    private final List<String> names;
    private final Encoding encoding;
    private final OptionalLong damagedAt;

    /// @param line the 1-based line of the header
    /// @param raw the header record
    HeaderCheck(String file, int line, RawRecord raw, Encoding encoding) {
        this.file = file;
        this.line = line;
        this.names = raw.cells();
        this.encoding = encoding;
        this.damagedAt = raw.damagedAt();
        if (raw.width() > Limits.CELLS || AddedColumns.own(names) > Limits.COLUMNS) {
            throw refusal(
                    "the header has %,d columns, and at most %,d are read".formatted(raw.width(), Limits.COLUMNS),
                    "delete the columns that are not needed");
        }
        if (raw.spacedQuote() >= 0) {
            throw refusal(
                    raw.spacedQuote(),
                    "there is a space before the opening quote",
                    "delete the space before the quote");
        }
    }

    /// @throws ManifestException when the header cannot be used
    Header header() {
        for (int i = 0; i < names.size(); i++) {
            checkCell(i);
        }
        checkRepeats();
        Header header = Header.of(names);
        if (header.indexOf(Column.PHONE_NUMBER).isEmpty()) {
            throw withoutNumbers();
        }
        return header;
    }

    private void checkCell(int index) {
        String name = names.get(index);
        Damage.in(name, encoding, damagedAt).ifPresent(damage -> {
            throw refusal(index, "the column name contains " + damage, "save the file as \"CSV UTF-8\"");
        });
        if (name.length() > Limits.HEADER_CELL_CHARS) {
            throw refusal(
                    index,
                    "the column name is longer than %d characters".formatted(Limits.HEADER_CELL_CHARS),
                    "shorten it, and check that no quote was left open");
        }
    }

    private void checkRepeats() {
        Map<Column, Integer> seen = new EnumMap<>(Column.class);
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            Column.named(names.get(i)).ifPresent(column -> {
                Integer earlier = seen.putIfAbsent(column, index);
                if (earlier != null) {
                    throw refusal(index, repeated(column, earlier, index), "rename or delete one of the two");
                }
            });
        }
    }

    private String repeated(Column column, int earlier, int later) {
        return "%s and column %d, %s, both mean %s"
                .formatted(
                        CellText.quoted(CellText.trim(names.get(later))),
                        earlier + 1,
                        CellText.quoted(CellText.trim(names.get(earlier))),
                        column.title());
    }

    private ManifestException withoutNumbers() {
        if (NUMBER.matcher(CellText.trim(names.getFirst())).matches()) {
            return refusal(
                    "the first row is a phone number and not a header",
                    "add a first row with the column names, for example phone_number,operation,target");
        }
        return refusal("no column is named phone_number", "name the column with the numbers phone_number");
    }

    private ManifestException refusal(String reason, String remedy) {
        return new ManifestException(file, Place.line(line), reason, remedy);
    }

    private ManifestException refusal(int index, String reason, String remedy) {
        return new ManifestException(file, new Place(line, index + 1), reason, remedy);
    }
}
