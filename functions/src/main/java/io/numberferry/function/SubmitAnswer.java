package io.numberferry.function;

import java.util.List;

/// The output of SubmitFunction, one entry per record of the event.
public record SubmitAnswer(List<Submission> submissions) {
    public SubmitAnswer {
        submissions = List.copyOf(submissions);
    }

    /// @param jobId empty for an event that starts nothing
    /// @param result `STARTED`, `DUPLICATE`, `IGNORED` or `REFUSED`
    /// @param about the key, or why it was ignored or refused
    public record Submission(String jobId, String result, String about) {}
}
