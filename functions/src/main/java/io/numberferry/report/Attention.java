package io.numberferry.report;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Keeps the rows that need a person, the most urgent first, and never more than the page shows.
final class Attention {
    /// About a megabyte of page: more is work for `report.csv` and a spreadsheet.
    static final int MOST = 2_000;

    private static final Comparator<Line> MOST_URGENT_FIRST = Comparator.<Line, Reason>comparing(
                    line -> line.outcome().reason(), Urgency.MOST_URGENT_FIRST)
            .thenComparingInt(Line::line);

    private final NavigableSet<Line> kept = new TreeSet<>(MOST_URGENT_FIRST);
    private int all;

    /// @param number in E.164 form; empty when the row did not parse
    record Line(int line, String number, Outcome outcome) {}

    void add(ReportRow row) {
        if (Urgency.of(row.outcome().reason()) == Urgency.NONE) {
            return;
        }
        all++;
        kept.add(new Line(
                row.line(), row.item().map(item -> item.number().e164()).orElse(""), row.outcome()));
        if (kept.size() > MOST) {
            kept.removeLast();
        }
    }

    /// At most 2,000, most urgent first, then by line.
    Iterable<Line> lines() {
        return kept;
    }

    int shown() {
        return kept.size();
    }

    /// How many rows need a person, shown or not.
    int all() {
        return all;
    }
}
