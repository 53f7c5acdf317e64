package io.numberferry.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.SafeCell;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes `report.csv`: one record per row, in input order, every cell safe to open in a spreadsheet.
final class ReportCsv {
    private static final String LINE = "line";
    private static final List<String> OUTCOME = List.of(
            "outcome",
            "code",
            "message",
            "advice",
            "phone_number_id",
            "phone_number_arn",
            "attempts",
            "before",
            "after");

    private final CsvWriter csv;
    private final int columns;

    ReportCsv(OutputStream out, List<String> header) {
        this.csv = CsvFile.open(out);
        this.columns = header.size();
        List<String> names = new ArrayList<>(List.of(LINE));
        names.addAll(SafeCell.of(besideOurs(header)));
        names.addAll(OUTCOME);
        csv.writeRecord(names);
    }

    void write(ReportRow row) {
        List<String> cells = new ArrayList<>(columns + 1 + OUTCOME.size());
        cells.add(Integer.toString(row.line()));
        cells.addAll(SafeCell.of(row.row().cells()));
        while (cells.size() <= columns) {
            cells.add("");
        }
        cells.addAll(SafeCell.of(outcome(row.message(), row.outcome())));
        csv.writeRecord(cells);
    }

    void flush() {
        CsvFile.flush(csv);
    }

    private static List<String> outcome(String message, Outcome outcome) {
        return List.of(
                outcome.status().name(),
                outcome.reason().name(),
                message,
                outcome.advice(),
                outcome.number().map(NumberId::id).orElse(""),
                outcome.number().map(NumberId::arn).orElse(""),
                Integer.toString(outcome.attempts()),
                outcome.before(),
                outcome.after());
    }

    /// The input's column names as they are. One that we use ourselves, whatever its case, is put behind
    /// `input_`, as often as it takes to differ from every other.
    static List<String> besideOurs(List<String> header) {
        Set<String> ours = new HashSet<>(OUTCOME);
        ours.add(LINE);
        Set<String> taken = new HashSet<>(ours);
        header.forEach(name -> taken.add(key(name)));
        return header.stream()
                .map(name -> ours.contains(key(name)) ? beside(taken, name) : name)
                .toList();
    }

    private static String beside(Set<String> taken, String name) {
        String free = name;
        while (!taken.add(key(free))) {
            free = "input_" + free;
        }
        return free;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
