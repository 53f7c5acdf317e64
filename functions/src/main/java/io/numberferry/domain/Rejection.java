package io.numberferry.domain;

/// A row that never became an item.
///
/// @param line the row's 1-based line
/// @param column the column at fault, as the file spells it; empty when the whole row is
/// @param reason one sentence: what is wrong, and what was given
/// @param advice one sentence: what to do about it
public record Rejection(int line, String column, Reason code, String reason, String advice) {
    public Outcome outcome() {
        String where = column.isEmpty() ? "line " + line : "line " + line + ", column " + column;
        return Outcome.of(code, where + ": " + reason).advising(advice);
    }
}
