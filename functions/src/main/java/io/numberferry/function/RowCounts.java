package io.numberferry.function;

import io.numberferry.domain.Reason;
import io.numberferry.domain.Status;
import io.numberferry.report.ReportRow;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/// Counts the rows of a job while its report is written. Not safe for use by several threads.
final class RowCounts {
    /// For rows that did not parse.
    private static final String NO_OPERATION = "none";

    private final Map<Kind, Integer> counts =
            new TreeMap<>(Comparator.comparing(Kind::operation).thenComparing(Kind::reason));

    /// Rows that are counted together: of one operation, ended in one way. There are as many as operations times
    /// reasons, whatever a file holds.
    record Kind(String operation, Reason reason) {}

    /// The same rows, each counted when it is taken.
    Iterator<ReportRow> over(Iterator<ReportRow> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ReportRow next() {
                ReportRow row = rows.next();
                add(row);
                return row;
            }
        };
    }

    private void add(ReportRow row) {
        String operation = row.item().map(item -> item.operation().word()).orElse(NO_OPERATION);
        counts.merge(new Kind(operation, row.outcome().reason()), 1, Integer::sum);
    }

    /// Only the kinds that occurred.
    Map<Kind, Integer> kinds() {
        return counts;
    }

    int ended(Status status) {
        return sum(kind -> kind.reason().status() == status);
    }

    int ended(Reason reason) {
        return sum(kind -> kind.reason() == reason);
    }

    private int sum(java.util.function.Predicate<Kind> which) {
        return counts.entrySet().stream()
                .filter(count -> which.test(count.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
