package io.numberferry.manifest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The cases of a checked-in CSV table, whose first column is `id`. In cells, `\n`, `\r`, `\t`, `\s`
/// (space), `\\` and `\u00A0` stand for characters, and `\xE9` for a byte: a table shows what editors hide.
final class Table {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([nrts\\\\])|u([0-9A-F]{4})|x([0-9A-F]{2}))");

    /// One line of a table; prints as its id.
    record Case(Map<String, String> cells) {
        /// A cell with its escapes undone; bytes come out as the characters U+0080 to U+00FF.
        String text(String column) {
            return unescape(raw(column));
        }

        /// A cell as it stands in the table.
        String raw(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        /// A cell as the bytes of a file, in UTF-8 except for `\x` escapes.
        byte[] bytes(String column) {
            return Table.bytes(raw(column));
        }

        @Override
        public String toString() {
            return raw("id");
        }
    }

    private Table() {}

    static List<Case> of(String name) {
        try (InputStream table = Objects.requireNonNull(Table.class.getResourceAsStream("/manifest/" + name), name);
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(table)) {
            return records.stream().map(line -> new Case(line.getFieldsAsMap())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(escape((char) c)));
        return escaped.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> Character.isISOControl(c) ? "\\u%04X".formatted((int) c) : String.valueOf(c);
        };
    }

    private static String unescape(String raw) {
        return ESCAPE.matcher(raw).replaceAll(found -> Matcher.quoteReplacement(String.valueOf(character(found))));
    }

    private static char character(java.util.regex.MatchResult found) {
        if (found.group(2) != null) {
            return (char) Integer.parseInt(found.group(2), 16);
        }
        if (found.group(3) != null) {
            return (char) Integer.parseInt(found.group(3), 16);
        }
        return switch (found.group(1)) {
            case "n" -> '\n';
            case "r" -> '\r';
            case "t" -> '\t';
            case "s" -> ' ';
            default -> '\\';
        };
    }

    private static byte[] bytes(String raw) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        Matcher escape = Pattern.compile("\\\\x([0-9A-F]{2})").matcher(raw);
        int from = 0;
        while (escape.find()) {
            bytes.writeBytes(unescape(raw.substring(from, escape.start())).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(escape.group(1), 16));
            from = escape.end();
        }
        bytes.writeBytes(unescape(raw.substring(from)).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
