package io.numberferry.apply;

import io.numberferry.domain.Failure;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.util.Locale;
import java.util.Optional;

/// Turns a service's refusal into the outcome of a row.
final class Refusals {
    private Refusals() {}

    /// The outcome of a row that was refused; empty when it stays open for the next worker.
    ///
    /// TRANSIENT and RECONCILE end here only when no read can tell more.
    static Optional<Outcome> outcome(Failure failure) {
        return reason(failure).map(reason -> Outcome.of(reason, failure.sentence(), failure));
    }

    /// The outcome of a row that certainly changed nothing: a read showed it, or only reads were sent.
    static Optional<Outcome> withoutEffect(Failure failure) {
        if (OwnError.is(failure)) {
            return Optional.of(
                    Outcome.of(Reason.INTERNAL_ERROR, "nothing has changed: " + failure.sentence(), failure));
        }
        return failure.is(Failure.Kind.TRANSIENT)
                ? Optional.of(Outcome.of(
                        Reason.SERVICE_UNAVAILABLE,
                        "no answer, and nothing has changed: " + failure.sentence(),
                        failure))
                : outcome(failure);
    }

    /// The outcome of a row that may have changed something, when the read that would tell was refused; empty
    /// when the next worker can read.
    static Optional<Outcome> unclear(Failure failure) {
        return switch (failure.kind()) {
            case OUT_OF_TIME, STOPPED, THROTTLED -> Optional.empty();
            case TRANSIENT, RECONCILE, ROW, TARGET, JOB ->
                Optional.of(Outcome.of(
                        Reason.NO_ANSWER,
                        "sent, but what became of it cannot be read: " + failure.sentence(),
                        failure));
        };
    }

    /// The outcome of a row that was not sent, because rows like it were refused.
    static Outcome stopped(Failure failure) {
        return Outcome.of(
                Reason.LANE_STOPPED, "not sent, because rows like it were refused: " + failure.sentence(), failure);
    }

    /// Tells whether a refusal says that the same was asked before with other values.
    static boolean isTokenConflict(Failure failure) {
        return failure.is(Failure.Kind.RECONCILE) && failure.code().startsWith("Idempotency");
    }

    private static Optional<Reason> reason(Failure failure) {
        return switch (failure.kind()) {
            case THROTTLED, OUT_OF_TIME -> Optional.empty();
            case TRANSIENT -> Optional.of(Reason.NO_ANSWER);
            case RECONCILE -> Optional.of(isTokenConflict(failure) ? Reason.TOKEN_CONFLICT : Reason.IN_USE);
            case ROW -> Optional.of(isNotFound(failure) ? Reason.NUMBER_NOT_FOUND : Reason.REFUSED);
            case TARGET -> Optional.of(isNotFound(failure) ? Reason.TARGET_NOT_FOUND : Reason.QUOTA_REACHED);
            case JOB -> Optional.of(Reason.ACCESS_DENIED);
            case STOPPED -> Optional.of(Reason.JOB_STOPPED);
        };
    }

    private static boolean isNotFound(Failure failure) {
        String code = failure.code().toLowerCase(Locale.ROOT);
        return code.contains("notfound") || code.equals("gone");
    }
}
