package io.numberferry.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the rows that the page shows, as the JSON that it embeds, and never more than a browser is quick
/// with: where there are too many, those that need a person stay, the most urgent first.
final class PageRows {
    /// More is work for `report.csv`. A row that simply succeeded takes some 50 bytes, one with a message of
    /// its own 150 to 250: a page of this many rows has 5 to 12 MB as a rule, and never much more than
    /// [#MOST_BYTES].
    static final int MOST = 100_000;

    static final int MOST_BYTES = 16 * 1_024 * 1_024;

    /// What the page's script knows codes by is their index here.
    private static final List<Reason> CODES = List.of(Reason.values());

    private final Map<Urgency, Deque<byte[]>> kept = new EnumMap<>(Urgency.class);
    private final List<Line> first = new ArrayList<>();
    /// No row that is as little urgent as this, or less, is kept any more.
    private Optional<Urgency> closed = Optional.empty();

    private int attention;
    private int shown;
    private long bytes;

    /// One row for people.
    ///
    /// @param number in E.164 form; empty when the row did not parse
    /// @param word of its operation; empty when the row did not parse
    record Line(int line, String number, String word, String message, Outcome outcome) {
        static Line of(ReportRow row) {
            return new Line(
                    row.line(),
                    row.item().map(item -> item.number().e164()).orElse(""),
                    row.item().map(item -> item.operation().word()).orElse(""),
                    row.message(),
                    row.outcome());
        }

        Urgency urgency() {
            return Urgency.of(outcome.reason());
        }
    }

    void add(ReportRow row) {
        Urgency urgency = Urgency.of(row.outcome().reason());
        attention += urgency == Urgency.NONE ? 0 : 1;
        if (closed.filter(least -> urgency.compareTo(least) >= 0).isPresent()) {
            return;
        }
        Line line = Line.of(row);
        FirstRows.add(first, line);
        byte[] json = json(line);
        rows(urgency).addLast(json);
        shown++;
        bytes += json.length;
        while (shown > MOST || bytes > MOST_BYTES) {
            dropLeastUrgent();
        }
    }

    private void dropLeastUrgent() {
        Urgency least = List.of(Urgency.values()).reversed().stream()
                .filter(urgency -> !rows(urgency).isEmpty())
                .findFirst()
                .orElseThrow();
        closed = Optional.of(least);
        bytes -= rows(least).removeLast().length;
        shown--;
    }

    private Deque<byte[]> rows(Urgency urgency) {
        return kept.computeIfAbsent(urgency, _ -> new ArrayDeque<>());
    }

    /// The first of them, most urgent first: what a reader without scripts sees.
    List<Line> first() {
        return first;
    }

    /// How many rows the page has.
    int shown() {
        return shown;
    }

    /// How many rows of the job need a person, shown or not.
    int attention() {
        return attention;
    }

    /// Writes all rows as the elements of a JSON array, most urgent first, then by line.
    void writeTo(OutputStream out) throws IOException {
        String separator = "\n";
        for (Deque<byte[]> rows : kept.values()) {
            for (byte[] row : rows) {
                out.write(separator.getBytes(StandardCharsets.UTF_8));
                out.write(row);
                separator = ",\n";
            }
        }
    }

    /// `[line, number, operation, index of the code, message, advice]`, without what is empty at its end.
    private static byte[] json(Line line) {
        Reason reason = line.outcome().reason();
        String advice = line.outcome().advice();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = PageJson.to(text)) {
            json.writeStartArray();
            json.writeNumber(line.line());
            json.writeString(line.number());
            json.writeString(line.word());
            json.writeNumber(CODES.indexOf(reason));
            String own = advice.equals(reason.advice()) ? "" : advice;
            if (!line.message().isEmpty() || !own.isEmpty()) {
                json.writeString(Html.visible(line.message()));
            }
            if (!own.isEmpty()) {
                json.writeString(Html.visible(own));
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
