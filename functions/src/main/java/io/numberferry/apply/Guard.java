package io.numberferry.apply;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.FailureLimit;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.util.List;
import java.util.Optional;

/// Stops the rest of a lane where the job asked for that: its first rows did not end well, or too many rows
/// went wrong. Everything is decided by the journal, so that every worker, and every redrive, decides alike.
/// What was stopped once stays so: rows under way that end well afterwards do not open the lane again.
///
/// Safe for use by several threads.
final class Guard {
    private final Optional<FailureLimit> limit;
    private final Ledger ledger;
    private final Score earlier;
    private Optional<Outcome> stopped;

    private Guard(Optional<FailureLimit> limit, Ledger ledger, Score earlier, Optional<Outcome> stopped) {
        this.limit = limit;
        this.ledger = ledger;
        this.earlier = earlier;
        this.stopped = stopped;
    }

    /// Reads what the journal has of the lane's earlier batches, as far as the job's caution needs it.
    ///
    /// @throws JournalUnavailableException when the journal cannot be reached
    static Guard of(Journal journal, Batch batch, Ledger ledger) {
        Caution caution = batch.caution();
        Optional<Outcome> stopped = canary(journal, caution.canary()).or(() -> ledger.stoppedBy(Reason.FAILURE_LIMIT));
        Score earlier = Score.NONE;
        if (caution.failures().isPresent()) {
            for (int number = batch.id().number() - 1; number >= 1 && stopped.isEmpty(); number--) {
                BatchId id = new BatchId(batch.id().job(), batch.id().lane(), number);
                for (Outcome outcome : outcomes(journal, id)) {
                    earlier = earlier.plus(outcome);
                    stopped = outcome.reason() == Reason.FAILURE_LIMIT ? Optional.of(outcome) : stopped;
                }
            }
        }
        return new Guard(caution.failures(), ledger, earlier, stopped);
    }

    /// The outcome of rows that must not be begun any more; empty while the lane may go on.
    synchronized Optional<Outcome> stops() {
        if (stopped.isEmpty() && limit.isPresent()) {
            Score score = earlier.plus(ledger.score());
            if (limit.get().isExceeded(score.ended(), score.wrong())) {
                stopped = Optional.of(tooMany(limit.get(), score));
            }
        }
        return stopped;
    }

    private static Optional<Outcome> canary(Journal journal, List<Caution.Part> parts) {
        int rows = 0;
        int good = 0;
        for (Caution.Part part : parts) {
            rows += part.rows();
            good += (int) outcomes(journal, part.batch()).stream()
                    .filter(Outcome::good)
                    .count();
        }
        return good == rows
                ? Optional.empty()
                : Optional.of(Outcome.of(
                        Reason.CANARY_FAILED,
                        "not sent, because of the lane's first %d rows only %d ended well".formatted(rows, good)));
    }

    private static Outcome tooMany(FailureLimit limit, Score score) {
        return Outcome.of(
                Reason.FAILURE_LIMIT,
                "not sent, because %d of the lane's %d ended rows failed or are unknown, more than %d %%"
                        .formatted(score.wrong(), score.ended(), limit.percent()));
    }

    private static List<Outcome> outcomes(Journal journal, BatchId batch) {
        return journal.read(batch).stream()
                .flatMap(entry -> entry.outcome().stream())
                .toList();
    }
}
