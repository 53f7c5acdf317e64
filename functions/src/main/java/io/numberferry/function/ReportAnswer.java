package io.numberferry.function;

import java.util.Map;

/// The output of ReportFunction.
///
/// @param jobId 32 hex digits
/// @param state as in the request
/// @param cause why the job ended so, in one sentence; empty for a job that simply completed
/// @param bucket where the report is
/// @param prefix of the report's keys, with a slash at its end
/// @param outcomes rows by outcome word, all seven
public record ReportAnswer(
        String jobId, String state, String cause, String bucket, String prefix, Map<String, Integer> outcomes) {
    public ReportAnswer {
        outcomes = Map.copyOf(outcomes);
    }
}
