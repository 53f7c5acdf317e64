package io.numberferry.function;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A sheet as a person sees it, and the ways in which programs save it. Few numbers, so that rows meet; no
/// row has more than one fault, since of several the first in the order of the columns is reported.
record Sheet(List<String> header, List<List<String>> rows) {
    private static final List<String> COLUMNS =
            List.of("Phone Number", "operation", "target", "description", "tags", "my note");
    private static final String INSTANCE = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String GROUP = "vcg/abcdef1ghij2klmno3pqr4";
    /// Operation, target, description and tags.
    private static final List<List<String>> ROWS = List.of(
            List.of("claim", INSTANCE, "Front desk, 2nd floor; \"left\" | right", "team=sales;shift=night"),
            List.of("claim", INSTANCE, "Café 💀 日本", ""),
            List.of("move", "instance/" + INSTANCE, "", ""),
            List.of("associate", GROUP, "", ""),
            List.of("disassociate", GROUP, "", ""),
            List.of("update", "", "Back\toffice", ""),
            List.of("update", "", " Desk ", ""),
            List.of("release", "", "", ""),
            List.of("describe", "", "", ""),
            List.of("claim", "nowhere at all", "", ""),
            List.of("clam", "", "", ""),
            List.of("update", "", "two\nlines", ""));
    private static final List<String> NOTES =
            List.of("", "x", "a,b;c\td|e", "say \"hi\"", "\"", "line\nbreak", "CR\r\nLF", " spaced ", "é💀", "=1+1");

    static Sheet of(Random random) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = random.nextInt(1, 40); i > 0; i--) {
            List<String> row = new ArrayList<>(List.of(number(random)));
            row.addAll(one(ROWS, random));
            row.add(one(NOTES, random));
            rows.add(row);
        }
        return new Sheet(COLUMNS, rows);
    }

    private static String number(Random random) {
        String digits = "55501%02d".formatted(random.nextInt(8));
        return switch (random.nextInt(5)) {
            case 0 -> "+1 (206) " + digits;
            case 1 -> "001206" + digits;
            case 2 -> "\u202A+1206" + digits + "\u202C";
            default -> "+1206" + digits;
        };
    }

    private static <T> T one(List<T> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }

    private Sheet inOrder(List<Integer> order) {
        return new Sheet(
                picked(header, order),
                rows.stream().map(row -> picked(row, order)).toList());
    }

    private static List<String> picked(List<String> cells, List<Integer> order) {
        return order.stream().map(cells::get).toList();
    }

    /// @param markHex the byte order mark
    /// @param quoteAll whether cells are quoted that need no quotes
    /// @param order of the columns
    record Saving(
            Charset charset, String markHex, char separator, String lineEnd, boolean quoteAll, List<Integer> order) {
        static final Saving PLAIN = new Saving(StandardCharsets.UTF_8, "", ',', "\n", false, List.of(0, 1, 2, 3, 4, 5));

        static Saving of(Random random) {
            List<Integer> order = new ArrayList<>(PLAIN.order);
            Collections.shuffle(order, random);
            char separator = ",;\t|".charAt(random.nextInt(4));
            String lineEnd = one(List.of("\n", "\r\n", "\r"), random);
            boolean quoteAll = random.nextBoolean();
            return switch (random.nextInt(6)) {
                case 0 -> new Saving(StandardCharsets.UTF_8, "", separator, lineEnd, quoteAll, order);
                case 1 -> new Saving(StandardCharsets.UTF_8, "EFBBBF", separator, lineEnd, quoteAll, order);
                case 2 -> new Saving(StandardCharsets.UTF_16LE, "FFFE", separator, lineEnd, quoteAll, order);
                case 3 -> new Saving(StandardCharsets.UTF_16BE, "FEFF", separator, lineEnd, quoteAll, order);
                case 4 -> new Saving(StandardCharsets.UTF_32LE, "FFFE0000", separator, lineEnd, quoteAll, order);
                default -> new Saving(StandardCharsets.UTF_32BE, "0000FEFF", separator, lineEnd, quoteAll, order);
            };
        }

        byte[] bytes(Sheet sheet) {
            Sheet ordered = sheet.inOrder(order);
            StringBuilder text = new StringBuilder(record(ordered.header()));
            ordered.rows().forEach(row -> text.append(record(row)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(HexFormat.of().parseHex(markHex));
            bytes.writeBytes(text.toString().getBytes(charset));
            return bytes.toByteArray();
        }

        private String record(List<String> cells) {
            return cells.stream().map(this::cell).collect(Collectors.joining(String.valueOf(separator), "", lineEnd));
        }

        private String cell(String text) {
            boolean needed = IntStream.range(0, text.length())
                    .anyMatch(i -> text.charAt(i) == separator || "\"\r\n".indexOf(text.charAt(i)) >= 0);
            return needed || quoteAll ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }
    }
}
