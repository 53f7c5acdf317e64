package io.numberferry.manifest;

import io.numberferry.domain.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A well-formed CSV file made at random, with the rows that a reader must find in it.
record GeneratedFile(String text, List<Row> rows) {
    private static final String ALPHABET = "ab1é日💀;,|\t\"\n\r 'x=";
    private static final List<String> LINE_BREAKS = List.of("\n", "\r\n", "\r");
    private static final String SEPARATORS = ",;\t|";

    static GeneratedFile of(Random random) {
        char separator = SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
        String lineBreak = LINE_BREAKS.get(random.nextInt(LINE_BREAKS.size()));
        int width = random.nextInt(1, 5);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        text.append("phone_number")
                .append((separator + "note").repeat(width - 1))
                .append(lineBreak);
        List<Row> rows = new ArrayList<>();
        int line = 2;
        for (int i = random.nextInt(1, 40); i > 0; i--) {
            while (random.nextInt(4) == 0) {
                text.append(lineBreak);
                line++;
            }
            Row row = new Row(line, cells(random, width));
            rows.add(row);
            String record = record(row.cells(), separator);
            text.append(record).append(lineBreak);
            line += lineBreaks(record) + 1;
        }
        return new GeneratedFile(text.toString(), rows);
    }

    static String cell(Random random, String alphabet) {
        int[] characters = alphabet.codePoints().toArray();
        return random.ints(random.nextInt(12), 0, characters.length)
                .map(index -> characters[index])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> cells(Random random, int width) {
        List<String> cells = new ArrayList<>(List.of("+1206" + random.nextInt(1_000_000)));
        while (cells.size() < width) {
            cells.add(cell(random, ALPHABET));
        }
        return cells;
    }

    private static String record(List<String> cells, char separator) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .reduce((left, right) -> left + separator + right)
                .orElseThrow();
    }

    private static int lineBreaks(String text) {
        return (int)
                text.replaceAll("\r\n|\r", "\n").chars().filter(c -> c == '\n').count();
    }
}
