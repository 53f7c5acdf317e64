package io.numberferry.report;

import io.numberferry.domain.Status;
import java.util.Set;

/// Watches that the rows are the job's rows: each once, in input order, as many as were planned.
final class RowCheck {
    /// What a row can be without ever having parsed.
    private static final Set<Status> WITHOUT_ITEM = Set.of(Status.REJECTED, Status.DUPLICATE, Status.NOT_ATTEMPTED);

    private final ReportJob.Contents contents;
    private int lastLine;
    private int seen;

    RowCheck(ReportJob.Contents contents) {
        this.contents = contents;
    }

    /// @throws IncompleteReportException when this row cannot be the next one
    void admit(ReportRow row) {
        refuseIf(row.line() == lastLine, "line %d comes twice", row.line());
        refuseIf(row.line() < lastLine, "line %d comes after line %d: out of order, or twice", row.line(), lastLine);
        refuseIf(isMixedUp(row), "line %d was joined with another line's plan", row.line());
        refuseIf(
                row.row().cells().size() > contents.header().size(),
                "line %d has %d cells under %d columns",
                row.line(),
                row.row().cells().size(),
                contents.header().size());
        refuseIf(
                row.item().isEmpty() && !WITHOUT_ITEM.contains(row.outcome().status()),
                "line %d is %s, but nothing says what it asked for",
                row.line(),
                row.outcome().status());
        lastLine = row.line();
        seen++;
        refuseIf(seen > contents.rows(), "more rows came than the %d that were planned", contents.rows());
    }

    /// @param outcomes the sum over all outcome words
    /// @throws IncompleteReportException when rows are missing, or some were counted twice or not at all
    void complete(long outcomes) {
        refuseIf(seen != contents.rows(), "%d rows came, and %d were planned", seen, contents.rows());
        refuseIf(outcomes != seen, "the outcomes add up to %d, and there are %d rows", outcomes, seen);
    }

    private static boolean isMixedUp(ReportRow row) {
        return row.item().filter(item -> item.line() != row.line()).isPresent()
                || row.planned().filter(planned -> planned.line() != row.line()).isPresent();
    }

    private static void refuseIf(boolean wrong, String message, Object... values) {
        if (wrong) {
            throw new IncompleteReportException("The report would be wrong: " + message.formatted(values) + ".");
        }
    }
}
