package io.numberferry.report;

import java.util.Comparator;
import java.util.List;

/// The rows that stand in the page itself, for readers without scripts and for print.
final class FirstRows {
    /// One page of the table.
    static final int MOST = 25;

    private static final Comparator<PageRows.Line> MOST_URGENT_FIRST =
            Comparator.comparing(PageRows.Line::urgency).thenComparingInt(PageRows.Line::line);

    private FirstRows() {}

    /// Puts a line in its place, where it is among the first.
    static void add(List<PageRows.Line> lines, PageRows.Line line) {
        if (lines.size() == MOST && MOST_URGENT_FIRST.compare(line, lines.getLast()) > 0) {
            return;
        }
        int place = lines.size();
        while (place > 0 && MOST_URGENT_FIRST.compare(line, lines.get(place - 1)) < 0) {
            place--;
        }
        lines.add(place, line);
        if (lines.size() > MOST) {
            lines.removeLast();
        }
    }
}
