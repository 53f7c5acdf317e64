package io.numberferry.report;

import io.numberferry.domain.Status;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The totals as one bar (SVG) and as a table. The table has everything the bar shows, so colour carries
/// nothing alone.
final class OutcomeBar {
    private static final int WIDTH = 1_000;
    /// A single row among a million is still seen.
    private static final int NARROWEST = 6;

    private final Map<Status, Integer> outcomes;
    private final int rows;

    OutcomeBar(Tally tally) {
        this.outcomes = tally.outcomes();
        this.rows = tally.total();
    }

    /// Empty when there are no rows.
    String svg() {
        if (rows == 0) {
            return "";
        }
        String words = outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> Html.count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return """
                <svg viewBox="0 0 %d 40" preserveAspectRatio="none" role="img" aria-label="%s: %s">
                %s</svg>""".formatted(WIDTH, Html.rows(rows), words, segments());
    }

    private String segments() {
        StringBuilder segments = new StringBuilder();
        int scale = outcomes.values().stream().mapToInt(this::width).sum();
        int x = 0;
        for (Map.Entry<Status, Integer> entry : outcomes.entrySet()) {
            int width = width(entry.getValue());
            segments.append(segment(entry.getKey(), entry.getValue(), x * WIDTH / scale, width * WIDTH / scale));
            x += width;
        }
        return segments.toString();
    }

    private static String segment(Status status, int count, int x, int width) {
        if (count == 0) {
            return "";
        }
        return """
                <rect class="%s" x="%d" y="0" width="%d" height="40"><title>%s: %s</title></rect>
                """.formatted(cssClass(status), x, width, status, Html.rows(count));
    }

    private int width(int count) {
        return count == 0 ? 0 : Math.max(NARROWEST, (int) ((long) count * WIDTH / rows));
    }

    String table() {
        StringBuilder body = new StringBuilder();
        outcomes.forEach((status, count) ->
                body.append("""
                <tr><th scope="row" class="word %s">%s</th><td class="number">%s</td><td class="number">%s</td>\
                <td>%s</td></tr>
                """.formatted(cssClass(status), status, Html.count(count), share(count), meaning(status))));
        return """
                <div class="scroll"><table>
                <caption>%s, each with exactly one outcome</caption>
                <thead><tr><th scope="col">Outcome</th><th scope="col" class="number">Rows</th>\
                <th scope="col" class="number">Share</th><th scope="col">Meaning</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>""".formatted(Html.rows(rows), body);
    }

    private String share(int count) {
        return rows == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * count / rows);
    }

    static String cssClass(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String meaning(Status status) {
        return switch (status) {
            case SUCCEEDED -> "Done now, and the service confirmed it";
            case UNCHANGED -> "It was already so; nothing was sent";
            case REJECTED -> "Cannot be carried out as written; nothing was sent";
            case DUPLICATE -> "The same as an earlier row; nothing was sent";
            case FAILED -> "Refused by the service";
            case NOT_ATTEMPTED -> "Not reached; nothing was sent";
            case UNKNOWN -> "Sent, and nothing tells what became of it: look before repeating";
        };
    }
}
