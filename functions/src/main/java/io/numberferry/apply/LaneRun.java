package io.numberferry.apply;

import io.numberferry.domain.Failure;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import java.util.Optional;
import java.util.OptionalInt;

/// What the lanes of both services share: whose turn it is, and what is written down when a row ends.
record LaneRun(Ledger ledger, Breaker breaker, Earlier earlier) {

    /// Outcomes of rows in earlier batches.
    interface Earlier {
        /// @return empty when the row is not done, or not known
        Optional<Outcome> outcome(int line);
    }

    /// Tells whether a row may be sent now. If not, its outcome is written down, unless it waits for an
    /// earlier row that is still open.
    boolean mayGo(PlannedItem planned) {
        Optional<Failure> stopped = breaker.stops(planned.operation());
        if (stopped.isPresent()) {
            ledger.skip(planned, Refusals.stopped(stopped.get()));
            return false;
        }
        return planned.after().isEmpty() || earlierIsGood(planned, planned.after());
    }

    private boolean earlierIsGood(PlannedItem planned, OptionalInt after) {
        int line = after.orElseThrow();
        Optional<Outcome> before = ledger.outcome(line).or(() -> earlier.outcome(line));
        if (before.isPresent() && !before.get().good()) {
            ledger.skip(
                    planned,
                    Outcome.of(
                            Reason.EARLIER_ROW_FAILED,
                            "not sent, because line " + line + " ended as "
                                    + before.get().reason()));
        }
        return before.filter(Outcome::good).isPresent();
    }

    /// Writes an outcome down and lets it teach the breaker.
    void end(PlannedItem planned, Outcome outcome, int attempts) {
        ledger.finish(planned, outcome.from(planned.standing().words()).afterAttempts(attempts));
        if (outcome.good()) {
            breaker.succeeded(planned.operation());
        }
        failureKind(outcome).ifPresent(kind -> breaker.failed(planned.operation(), failure(outcome, kind)));
    }

    private static Optional<Failure.Kind> failureKind(Outcome outcome) {
        return switch (outcome.reason()) {
            case ACCESS_DENIED -> Optional.of(Failure.Kind.JOB);
            case QUOTA_REACHED, TARGET_NOT_FOUND -> Optional.of(Failure.Kind.TARGET);
            default -> Optional.empty();
        };
    }

    private static Failure failure(Outcome outcome, Failure.Kind kind) {
        return outcome.service()
                .map(error -> new Failure(kind, error.code(), error.text()))
                .orElseGet(() -> new Failure(kind, outcome.reason().name(), outcome.message()));
    }
}
