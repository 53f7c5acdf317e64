package io.numberferry.report;

import io.numberferry.domain.Status;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What a report came to, for the job's event, its notification and the exit status.
///
/// @param outcomes rows per word, all seven words, in their order
/// @param retryRows rows of `retry.csv`
/// @param failedRows rows of `failed.csv`
/// @param undoRows rows of `undo.csv` that undo something
public record Totals(Map<Status, Integer> outcomes, int retryRows, int failedRows, int undoRows) {
    public Totals {
        outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    }

    public int rows() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
