package io.numberferry.domain;

import java.util.Optional;

/// What keeps a job from going further than was meant.
///
/// @param mostRows rows that its manifest may have; one with more is refused whole
/// @param allowForce whether rows may take numbers away from where they are associated
/// @param failures when a lane stops because too many rows went wrong; empty for never
/// @param canary how many rows of each lane must all end well before its others are sent; 0 for none
/// @param toleratedBatches how many of a lane's batches may be given up before the others are not begun, in
///     percent
/// @param window when calls may begin; empty for always
/// @param approvalHours how long a planned job waits for a person's yes before it changes anything; 0 to go on
///     without one
public record Rails(
        int mostRows,
        boolean allowForce,
        Optional<FailureLimit> failures,
        int canary,
        int toleratedBatches,
        Optional<Window> window,
        int approvalHours) {
    /// Rows that a manifest may have where nobody says otherwise: as many as planning was measured with.
    public static final int MOST_ROWS = 1_000_000;

    /// Hours that a job may wait for a person's yes: the plan that it is about ages meanwhile.
    public static final int MOST_APPROVAL_HOURS = 168;

    /// Rails of a job that asks nobody.
    public Rails(
            int mostRows,
            boolean allowForce,
            Optional<FailureLimit> failures,
            int canary,
            int toleratedBatches,
            Optional<Window> window) {
        this(mostRows, allowForce, failures, canary, toleratedBatches, window, 0);
    }

    public Rails {
        if (mostRows < 1) {
            throw new IllegalArgumentException("a manifest may have at least 1 row, not " + mostRows);
        }
        if (canary < 0 || toleratedBatches < 0 || toleratedBatches > 100) {
            throw new IllegalArgumentException(
                    "a canary of %d rows, %d %% of the batches".formatted(canary, toleratedBatches));
        }
        if (approvalHours < 0 || approvalHours > MOST_APPROVAL_HOURS) {
            throw new IllegalArgumentException("a wait of %d hours for a yes".formatted(approvalHours));
        }
    }

    /// The rails of a job that says nothing about them.
    public static Rails standard() {
        return new Rails(MOST_ROWS, false, Optional.empty(), 0, 100, Optional.empty());
    }

    /// The same rows in the same batches, at another's pace: how far the job may go, when, and who must say yes.
    public Rails atPaceOf(Rails other) {
        return new Rails(
                other.mostRows,
                allowForce,
                other.failures,
                canary,
                other.toleratedBatches,
                other.window,
                other.approvalHours);
    }

    public Rails withMostRows(int rows) {
        return new Rails(rows, allowForce, failures, canary, toleratedBatches, window, approvalHours);
    }

    public Rails withForce(boolean allowed) {
        return new Rails(mostRows, allowed, failures, canary, toleratedBatches, window, approvalHours);
    }

    public Rails withFailures(FailureLimit limit) {
        return new Rails(mostRows, allowForce, Optional.of(limit), canary, toleratedBatches, window, approvalHours);
    }

    public Rails withCanary(int rows) {
        return new Rails(mostRows, allowForce, failures, rows, toleratedBatches, window, approvalHours);
    }
}
