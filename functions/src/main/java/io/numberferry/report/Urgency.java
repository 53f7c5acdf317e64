package io.numberferry.report;

import io.numberferry.domain.Reason;
import java.util.Comparator;

/// Which codes need a person, and which of them first. The order of the constants is the order of the
/// page.
enum Urgency {
    /// A claimed number goes back to the inventory within a day.
    RUNS_OUT("Claims that are about to be lost"),
    /// Callers do not reach the number now.
    UNREACHABLE("Numbers that callers do not reach now"),
    /// It was done as the row asked, and callers do not reach the number yet.
    WITHOUT_FLOW("Numbers without a flow"),
    /// It may or may not have been done: money and reachability depend on a look.
    LOOK_FIRST("Look these up: they may have been done"),
    REFUSED("Refused by the service"),
    NOT_VALID("Not valid as written"),
    NOT_REACHED("Not reached"),
    LATER("Done, and not visible yet"),
    /// Nobody needs to do anything.
    NONE("Nothing to do");

    private final String title;

    Urgency(String title) {
        this.title = title;
    }

    /// What a person calls such rows.
    String title() {
        return title;
    }

    /// The most urgent codes first; among equals in the order of [Reason].
    static final Comparator<Reason> MOST_URGENT_FIRST =
            Comparator.<Reason, Urgency>comparing(Urgency::of).thenComparing(Comparator.naturalOrder());

    static Urgency of(Reason reason) {
        return switch (reason) {
            case CLAIM_FAILED -> RUNS_OUT;
            case FLOW_NOT_ATTACHED -> UNREACHABLE;
            case DONE_WITHOUT_FLOW -> WITHOUT_FLOW;
            case DONE_PENDING -> LATER;
            case DRY_RUN -> NONE;
            default -> ofStatus(reason);
        };
    }

    private static Urgency ofStatus(Reason reason) {
        return switch (reason.status()) {
            case UNKNOWN -> LOOK_FIRST;
            case FAILED -> REFUSED;
            case REJECTED -> NOT_VALID;
            case NOT_ATTEMPTED -> NOT_REACHED;
            case SUCCEEDED, UNCHANGED, DUPLICATE -> NONE;
        };
    }
}
