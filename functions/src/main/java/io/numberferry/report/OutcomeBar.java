package io.numberferry.report;

import io.numberferry.domain.Status;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The totals as one bar (SVG) and as a list that is its legend. The list has everything the bar shows, so
/// colour carries nothing alone.
final class OutcomeBar {
    private static final int WIDTH = 1_000;
    /// A single row among a million is still seen.
    private static final int NARROWEST = 8;
    /// Between two parts, so that they are told apart whatever their colours.
    private static final int GAP = 3;

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
            <svg class="bar" viewBox="0 0 %d 40" preserveAspectRatio="none" role="img" aria-label="%s: %s">
            %s</svg>\
            """.formatted(WIDTH, Html.rows(rows), words, segments());
    }

    private String segments() {
        StringBuilder segments = new StringBuilder();
        int scale = outcomes.values().stream().mapToInt(this::width).sum();
        int x = 0;
        for (Map.Entry<Status, Integer> entry : outcomes.entrySet()) {
            int width = width(entry.getValue());
            int from = x * WIDTH / scale;
            x += width;
            segments.append(segment(entry.getKey(), entry.getValue(), from, x * WIDTH / scale - from));
        }
        return segments.toString();
    }

    private static String segment(Status status, int count, int x, int width) {
        if (count == 0) {
            return "";
        }
        return """
            <rect class="%s" x="%d" y="0" width="%d" height="40"><title>%s: %s</title></rect>
            """.formatted(cssClass(status), x, Math.max(1, width - GAP), status, Html.rows(count));
    }

    private int width(int count) {
        return count == 0 ? 0 : Math.max(NARROWEST, (int) ((long) count * WIDTH / rows));
    }

    /// Every word with its rows, those that did not occur too.
    String legend() {
        return outcomes.entrySet().stream()
                .map(entry -> tile(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("", "<ul class=\"tiles\">\n", "</ul>"));
    }

    private String tile(Status status, int count) {
        return """
            <li class="%s%s"><b>%s</b> <span class="word">%s</span> <span class="soft">%s%s</span></li>
            """.formatted(
                cssClass(status), count == 0 ? " none" : "", Html.count(count), status, share(count), meaning(status));
    }

    private String share(int count) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%.1f %%. ", 100.0 * count / rows);
    }

    static String cssClass(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String meaning(Status status) {
        return switch (status) {
            case SUCCEEDED -> "Done now, and confirmed";
            case UNCHANGED -> "It was already so";
            case REJECTED -> "Not valid; nothing was sent";
            case DUPLICATE -> "The same as an earlier row";
            case FAILED -> "Refused by the service";
            case NOT_ATTEMPTED -> "Not reached; nothing was sent";
            case UNKNOWN -> "Sent, and no answer: look first";
        };
    }
}
