package io.numberferry.function;

import java.util.Map;

/// The output of ReportFunction, which becomes the event that a job has ended. It holds no phone number in full.
///
/// @param jobId 32 hex digits
/// @param state as in the request
/// @param cause why the job ended so, in one sentence; empty for a job that simply completed
/// @param bucket where the report is
/// @param prefix of the report's keys, with a slash at its end
/// @param page where a person who is signed in to the console finds the report
/// @param rows of the manifest
/// @param outcomes rows by outcome word, all seven
public record ReportAnswer(
        String jobId,
        String state,
        String cause,
        String bucket,
        String prefix,
        String page,
        int rows,
        Map<String, Integer> outcomes) {
    public ReportAnswer {
        outcomes = Map.copyOf(outcomes);
    }
}
