package io.numberferry.report;

import io.numberferry.domain.Status;
import java.util.Map;

/// What a report came to, for the job's event, its notification and the exit status.
///
/// @param outcomes rows per word, all seven words
/// @param retryRows rows of `retry.csv`
/// @param undoRows rows of `undo.csv` that undo something
public record Totals(Map<Status, Integer> outcomes, int retryRows, int undoRows) {
    public Totals {
        outcomes = Map.copyOf(outcomes);
    }

    public int rows() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
