package io.numberferry.apply;

import io.numberferry.domain.ClientToken;
import io.numberferry.domain.JobId;
import io.numberferry.domain.LookUp;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Status;
import io.numberferry.domain.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// One worker's view of the journal for one batch. Safe for use by several threads.
final class Ledger {
    private static final int SECOND = 2;

    private final Journal journal;
    private final Journal.Lease lease;
    private final Map<Integer, Journal.Entry> found = new ConcurrentHashMap<>();
    private final Map<Integer, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Set<Integer> begun = ConcurrentHashMap.newKeySet();
    private final Set<Integer> renewed = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Score> score = new AtomicReference<>(Score.NONE);

    Ledger(Journal journal, Journal.Lease lease) {
        this.journal = journal;
        this.lease = lease;
        for (Journal.Entry entry : journal.read(lease.batch())) {
            found.put(entry.line(), entry);
            entry.outcome().ifPresent(outcome -> ended(entry.line(), outcome));
        }
    }

    Journal.Lease lease() {
        return lease;
    }

    /// What an earlier worker left of a row; empty when nobody began it.
    Optional<Journal.Entry> found(PlannedItem planned) {
        return Optional.ofNullable(found.get(planned.line()));
    }

    /// How a row of this batch ended; empty while it is open.
    Optional<Outcome> outcome(int line) {
        return Optional.ofNullable(outcomes.get(line));
    }

    boolean isOpen(PlannedItem planned) {
        return !outcomes.containsKey(planned.line());
    }

    /// How many rows of this batch have ended, whoever ended them.
    int ended() {
        return outcomes.size();
    }

    /// How the rows of this batch have ended so far.
    Score score() {
        return score.get();
    }

    /// The outcome of a row of this batch that ended for a reason; empty when none did.
    Optional<Outcome> stoppedBy(Reason reason) {
        return outcomes.values().stream()
                .filter(outcome -> outcome.reason() == reason)
                .findAny();
    }

    /// Tells whether what the journal has of a row is about the row as it is planned now.
    boolean isSame(PlannedItem planned) {
        return found(planned).filter(entry -> !entry.isOf(planned)).isEmpty();
    }

    ClientToken token(PlannedItem planned) {
        return renewed.contains(planned.line())
                ? ClientToken.of(job(), planned, SECOND)
                : found(planned).flatMap(Journal.Entry::token).orElseGet(() -> ClientToken.of(job(), planned, 1));
    }

    /// Stores the intent to send a row, or takes it over from an earlier worker.
    ///
    /// @return false when the row must not be sent: a later worker has it
    boolean intend(PlannedItem planned) {
        Journal.Entry intent =
                Journal.Entry.intent(planned.line(), token(planned), ClientToken.parametersHash(planned));
        return journal.intend(lease, intent.withNumber(found(planned).flatMap(Journal.Entry::number)));
    }

    /// Takes the number of a row whose intent is stored.
    ///
    /// @return the row of another job that has it
    Optional<Journal.Holder> hold(PlannedItem planned) {
        return journal.hold(lease, planned.line(), planned.number());
    }

    /// How often a row was asked for with a token of its own, this time included.
    int generation(PlannedItem planned) {
        return renewed.contains(planned.line())
                ? SECOND
                : found(planned).map(Journal.Entry::generation).orElse(1);
    }

    /// Stores the intent to ask anew, with another token, for a row whose first request is proven to have failed.
    ///
    /// @param failure how it failed, for whoever ends the row
    /// @return false when the row must not be sent: a later worker has it
    boolean renew(PlannedItem planned, String failure) {
        Journal.Entry again = new Journal.Entry(
                planned.line(),
                Journal.State.INTENT,
                Optional.of(ClientToken.of(job(), planned, SECOND)),
                ClientToken.parametersHash(planned),
                SECOND,
                Optional.empty(),
                Optional.empty(),
                failure,
                Optional.empty());
        boolean mine = journal.intend(lease, again);
        if (mine) {
            renewed.add(planned.line());
        }
        return mine;
    }

    /// Notes that a row whose intent is stored is being sent.
    void begin(PlannedItem planned) {
        begun.add(planned.line());
    }

    /// Tells whether nothing was ever sent for a row: not by an earlier worker, nor by this one.
    boolean isUntouched(PlannedItem planned) {
        return !found.containsKey(planned.line()) && !begun.contains(planned.line());
    }

    /// Takes an intent back, if nothing was ever sent for the row.
    void withdraw(PlannedItem planned) {
        if (isUntouched(planned)) {
            journal.withdraw(lease, planned.line());
        }
    }

    /// Takes the intent of a row back that reads have shown to be without effect: nobody has begun it then.
    void giveUp(PlannedItem planned) {
        journal.withdraw(lease, planned.line());
    }

    boolean accepted(PlannedItem planned, NumberId number) {
        return journal.accepted(lease, planned.line(), number);
    }

    /// Keeps the tags that a row finds before it changes any: who goes on with it tells by them what was changed, and
    /// the way back leads to them.
    ///
    /// @param held the tags that its number has now
    /// @return those that it had when the row was begun; empty when a later worker has the row
    Optional<Tags> tagsBefore(PlannedItem planned, Tags held) {
        Optional<Tags> known = tagsBefore(planned);
        return known.isPresent() || !journal.tagsBefore(lease, planned.line(), held) ? known : Optional.of(held);
    }

    /// The same, as an earlier worker left it; empty when none has changed a tag.
    Optional<Tags> tagsBefore(PlannedItem planned) {
        return found(planned).flatMap(Journal.Entry::tagsBefore);
    }

    void finish(PlannedItem planned, Outcome outcome) {
        Outcome told = outcome.status() == Status.UNKNOWN ? withLookUp(planned, outcome) : outcome;
        if (journal.finish(lease, planned.line(), told)) {
            ended(planned.line(), told);
        }
    }

    /// Whoever reads that a row is unknown is told how to find out.
    private Outcome withLookUp(PlannedItem planned, Outcome outcome) {
        Optional<NumberId> number = outcome.number()
                .or(() -> found(planned).flatMap(Journal.Entry::number))
                .or(planned::numberId);
        return outcome.saying(LookUp.after(outcome.message(), planned, Optional.of(token(planned)), number));
    }

    /// Stores the outcome of a row that was not sent by anyone.
    void skip(PlannedItem planned, Outcome outcome) {
        if (journal.skip(lease, planned.line(), outcome)) {
            ended(planned.line(), outcome);
        }
    }

    private void ended(int line, Outcome outcome) {
        if (outcomes.put(line, outcome) == null) {
            score.updateAndGet(before -> before.plus(outcome));
        }
    }

    private JobId job() {
        return lease.batch().job();
    }
}
