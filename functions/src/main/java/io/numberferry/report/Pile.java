package io.numberferry.report;

import io.numberferry.domain.Reason;

/// What is to be done with a row after its job. Every row is on exactly one pile.
enum Pile {
    /// It is as the row asked, or an earlier row stands for it.
    SETTLED,
    /// Running the row again as it is can help: `retry.csv`.
    AGAIN,
    /// Running the row again as it is gives the same answer: `failed.csv`.
    CORRECT,
    /// It may have been done: a person has to look before anything is sent again.
    LOOK_UP,
    /// The job was only to show it, or waits for a yes.
    HELD_BACK;

    static Pile of(Reason reason) {
        return reason.worthRetrying() ? AGAIN : ofTheRest(reason);
    }

    private static Pile ofTheRest(Reason reason) {
        return switch (reason.status()) {
            case SUCCEEDED, UNCHANGED, DUPLICATE -> SETTLED;
            case REJECTED, FAILED -> CORRECT;
            case UNKNOWN -> LOOK_UP;
            case NOT_ATTEMPTED -> HELD_BACK;
        };
    }
}
