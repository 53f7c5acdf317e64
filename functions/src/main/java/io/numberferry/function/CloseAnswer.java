package io.numberferry.function;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The output of CloseFunction: what the state machine is to do next.
///
/// @param resumeAt with WAIT: when to ask again, ISO-8601
/// @param remaining with AGAIN: rows that were begun and are not settled
/// @param report with REPORT: the input of ReportFunction
public record CloseAnswer(
        Next next,
        @Nullable String resumeAt,
        int remaining,
        @Nullable ReportRequest report) {

    public enum Next {
        /// Workers of the job may still be at work.
        WAIT,
        /// There are rows left to settle.
        AGAIN,
        /// All is settled.
        REPORT,
        /// The job goes on, has its report, or is closed by another execution. So it is with one that went on, under
        /// whatever name, and ended later.
        NOTHING
    }

    static CloseAnswer wait(Instant until) {
        return new CloseAnswer(Next.WAIT, until.toString(), 0, null);
    }

    static CloseAnswer again(int remaining) {
        return new CloseAnswer(Next.AGAIN, null, remaining, null);
    }

    static CloseAnswer report(ReportRequest report) {
        return new CloseAnswer(Next.REPORT, null, 0, report);
    }

    static CloseAnswer nothing() {
        return new CloseAnswer(Next.NOTHING, null, 0, null);
    }
}
