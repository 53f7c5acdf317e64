package io.numberferry.report;

/// What one pass over the rows leaves behind: counts and bounded lists, whatever the number of rows.
///
/// @param retryRows rows of `retry.csv`
/// @param failedRows rows of `failed.csv`
/// @param undo what `undo.csv` holds
record Figures(
        Tally tally, NumberErrors errors, PageRows pageRows, int retryRows, int failedRows, UndoCsv.Count undo) {}
