package io.numberferry.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A `report.csv` as someone reads it who knows nothing of the program that wrote it.
record ReadReport(List<Map<String, String>> records) {

    static ReadReport of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<List<String>> all = split(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Map<String, String>> records = new ArrayList<>();
        for (List<String> cells : all.subList(1, all.size())) {
            Map<String, String> record = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                record.put(all.getFirst().get(i), cells.get(i));
            }
            records.add(record);
        }
        return new ReadReport(records);
    }

    private static List<List<String>> split(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                cell.append(doubled ? "\"" : "");
                i += doubled ? 1 : 0;
                quoted = doubled == quoted;
            } else if (!quoted && c == ',') {
                record.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\n') {
                record.add(cell.toString());
                cell.setLength(0);
                records.add(record);
                record = new ArrayList<>();
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return records;
    }
}
