package io.numberferry.report;

/// The rows given to a report are not the job's rows, each once and in order. Nothing that was written
/// may be kept.
///
/// The state machine knows this exception by its name.
public final class IncompleteReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteReportException(String message) {
        super(message);
    }
}
