package io.numberferry.apply;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import java.util.Optional;

/// What the lanes of both services share: whose turn it is, and what is written down when a row ends.
record LaneRun(Ledger ledger, Breaker breaker, Earlier earlier, Guard guard, AllowList allowed) {

    /// Outcomes of rows in earlier batches.
    interface Earlier {
        /// @return empty when the row is not done, or not known
        Optional<Outcome> outcome(int line);

        /// Tells whether a row was one of theirs.
        boolean hold(int line);
    }

    /// Tells whether a row may be sent now. If not, its outcome is written down, unless it waits for an
    /// earlier row that is still open.
    boolean mayGo(PlannedItem planned) {
        Optional<Outcome> stopped = stopped(planned);
        if (stopped.isPresent()) {
            ledger.skip(planned, stopped.get());
            return false;
        }
        return planned.after().isEmpty() || isAfterGood(planned, planned.after().getAsInt());
    }

    /// Tells whether a row whose intent is stored may still be sent, after the wait for its permit. If not, and
    /// nothing was ever sent for it, its outcome is written down.
    boolean mayStillGo(PlannedItem planned) {
        Optional<Outcome> stopped = stopped(planned);
        stopped.filter(_ -> ledger.isUntouched(planned)).ifPresent(outcome -> ledger.finish(planned, outcome));
        return stopped.isEmpty();
    }

    /// Stores a row's intent and takes its number. Where another job has the number, the row has ended; a row
    /// that only reads needs no number to itself.
    ///
    /// @return false when the row must not be sent
    boolean intend(PlannedItem planned) {
        if (!ledger.intend(planned)) {
            return false;
        }
        Optional<Journal.Holder> other =
                planned.operation() instanceof Operation.Describe ? Optional.empty() : ledger.hold(planned);
        other.ifPresent(holder -> end(planned, inOtherJob(holder)));
        return other.isEmpty();
    }

    private static Outcome inOtherJob(Journal.Holder holder) {
        return Outcome.of(
                Reason.NUMBER_IN_OTHER_JOB,
                "not sent, because line " + holder.line() + " of job "
                        + holder.batch().job().value() + " is working on this number");
    }

    /// Allow-list, guard and breaker let rows that an earlier worker may have sent go to their end: no later
    /// worker could, and what they are about is read before anything is sent.
    private Optional<Outcome> stopped(PlannedItem planned) {
        Optional<Outcome> guarded =
                ledger.isUntouched(planned) ? refused(planned).or(guard::stops) : Optional.empty();
        return guarded.map(outcome -> outcome.from(planned.before()))
                .or(() -> breaker.stops(planned.operation())
                        .filter(_ -> ledger.found(planned).isEmpty())
                        .map(Refusals::stopped));
    }

    private Optional<Outcome> refused(PlannedItem planned) {
        return allowed.refusal(planned).map(reason -> Outcome.of(Reason.TARGET_NOT_ALLOWED, reason));
    }

    private boolean isAfterGood(PlannedItem planned, int line) {
        Optional<Outcome> before = ledger.outcome(line).or(() -> earlier.outcome(line));
        before.filter(outcome -> !outcome.good()).ifPresent(outcome -> ledger.skip(planned, builtOn(line, outcome)));
        if (before.isEmpty() && earlier.hold(line)) {
            ledger.skip(planned, builtOnNothing(line));
        }
        return before.filter(Outcome::good).isPresent();
    }

    /// An earlier batch is over before this one begins: what it left open stays so.
    private static Outcome builtOnNothing(int line) {
        return Outcome.of(Reason.EARLIER_ROW_FAILED, "not sent, because line " + line + " was left without an outcome");
    }

    private static Outcome builtOn(int line, Outcome outcome) {
        return Outcome.of(
                Reason.EARLIER_ROW_FAILED, "not sent, because line " + line + " ended as " + outcome.reason());
    }

    /// Writes down how a row ended.
    ///
    /// A row that did not take effect before its job was stopped has not ended: a redrive begins it anew.
    void end(PlannedItem planned, Outcome outcome) {
        if (outcome.reason() == Reason.JOB_STOPPED) {
            ledger.giveUp(planned);
            return;
        }
        boolean read = !outcome.before().isEmpty();
        ledger.finish(planned, read ? outcome : outcome.from(planned.before()));
    }

    /// Lets the end of a row, or of several that shared their calls, teach the breaker. Where some succeeded,
    /// the caller cannot be at fault.
    ///
    /// @param good whether at least one row ended well
    void learn(Operation operation, boolean good, Optional<Failure> blame) {
        if (good) {
            breaker.succeeded(operation);
        }
        blame.filter(failure -> !good || failure.is(Failure.Kind.TARGET))
                .ifPresent(failure -> breaker.failed(operation, failure));
    }
}
