package io.numberferry.report;

import io.numberferry.domain.Status;
import java.util.Set;
import java.util.function.Supplier;

/// Watches that the rows are the job's rows: each once, in input order, as many as were planned.
final class RowCheck {
    /// What a row can be without ever having parsed.
    private static final Set<Status> WITHOUT_ITEM = Set.of(Status.REJECTED, Status.DUPLICATE, Status.NOT_ATTEMPTED);

    private final int rows;
    private final int columns;
    private int lastLine;
    private int seen;

    RowCheck(ReportJob.Contents contents) {
        this.rows = contents.rows();
        this.columns = contents.header().size();
    }

    /// @throws IncompleteReportException when this row cannot be the next one
    void admit(ReportRow row) {
        int line = row.line();
        int cells = row.row().cells().size();
        Status status = row.outcome().status();
        refuseIf(line == lastLine, () -> "line %d comes twice".formatted(line));
        refuseIf(line < lastLine, () -> "line %d comes after line %d".formatted(line, lastLine));
        refuseIf(isMixedUp(row), () -> "line %d was joined with another line's plan".formatted(line));
        refuseIf(cells > columns, () -> "line %d has %d cells under %d columns".formatted(line, cells, columns));
        refuseIf(
                row.item().isEmpty() && !WITHOUT_ITEM.contains(status),
                () -> "line %d is %s, but nothing says what it asked for".formatted(line, status));
        refuseIf(seen == rows, () -> "line %d comes after all %d planned rows".formatted(line, rows));
        lastLine = line;
        seen++;
    }

    /// @param outcomes the sum over all outcome words
    /// @throws IncompleteReportException when rows are missing, or some were counted twice or not at all
    void complete(int outcomes) {
        refuseIf(seen != rows, () -> "%d rows came, and %d were planned".formatted(seen, rows));
        refuseIf(outcomes != seen, () -> "the outcomes add up to %d, not to %d rows".formatted(outcomes, seen));
    }

    private static boolean isMixedUp(ReportRow row) {
        return row.item().filter(item -> item.line() != row.line()).isPresent()
                || row.planned().filter(planned -> planned.line() != row.line()).isPresent();
    }

    private static void refuseIf(boolean wrong, Supplier<String> how) {
        if (wrong) {
            throw new IncompleteReportException("The report would not be true: " + how.get() + ".");
        }
    }
}
