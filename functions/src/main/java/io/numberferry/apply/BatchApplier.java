package io.numberferry.apply;

import io.numberferry.domain.PlannedItem;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Carries a batch out, from wherever the last worker left it, until it is done or the deadline comes.
///
/// What happened is in the journal and nowhere else: a worker that is killed loses nothing but its time.
/// Safe for use by several threads, each with a batch of its own.
///
/// @param meter told how each worker gets on
public record BatchApplier(Services services, Journal journal, Pace pace, Strands strands, Meter meter) {

    public BatchApplier(Services services, Journal journal, Pace pace, Strands strands) {
        this(services, journal, pace, strands, (_, _, _) -> {});
    }

    /// How far a batch has come.
    ///
    /// @param rows all rows of the batch
    /// @param remaining rows without an outcome
    public record Progress(int rows, int remaining) {}

    /// @param owner who works on it, for people who read the journal
    /// @param deadline no call is sent at or after it, so that what was sent can still be written down
    /// @throws JournalUnavailableException when the journal cannot be reached; nothing is sent that is not
    /// in it
    /// @throws OtherValuesException when the journal has a row with other values; nothing is sent then
    public Progress apply(Batch batch, String owner, Instant deadline) throws InterruptedException {
        Journal.Lease lease = journal.take(batch.id(), owner);
        Ledger ledger = new Ledger(journal, lease);
        requireSame(batch, ledger);
        List<PlannedItem> open = batch.items().stream().filter(ledger::isOpen).toList();
        work(batch, open, ledger, tally -> pace.caller(tally, deadline));
        return new Progress(
                batch.items().size(), (int) open.stream().filter(ledger::isOpen).count());
    }

    /// Finds out by reads alone what became of the rows that a stopped job had begun. Those that took effect,
    /// or were refused, get their outcome; those that did not are as if nobody had begun them, so that a
    /// redrive of the job begins them anew. What was begun with other values stays open: no read could be judged by
    /// the plan. Only when no worker of the job can be at work any more.
    ///
    /// @param stopped whether the job is still stopped. Asked once the batch is taken: the workers of a job
    ///     that goes on after the answer take it later, and nothing that they begin is undone here
    /// @return rows that could not be settled before the deadline remain, and all of a job that goes on
    /// @throws JournalUnavailableException when the journal cannot be reached
    public Progress settle(Batch batch, String owner, Instant deadline, BooleanSupplier stopped)
            throws InterruptedException {
        if (unsettled(batch) > 0) {
            Journal.Lease lease = journal.take(batch.id(), owner);
            if (!stopped.getAsBoolean()) {
                return new Progress(batch.items().size(), unsettled(batch));
            }
            Ledger ledger = new Ledger(journal, lease);
            List<PlannedItem> begun = batch.items().stream()
                    .filter(planned ->
                            ledger.isOpen(planned) && ledger.found(planned).isPresent() && ledger.isSame(planned))
                    .toList();
            Batch withoutRails = new Batch(batch.id(), batch.items());
            work(
                    withoutRails,
                    begun,
                    ledger,
                    tally -> pace.caller(tally, deadline).readingOnly());
        }
        return new Progress(batch.items().size(), unsettled(batch));
    }

    private static void requireSame(Batch batch, Ledger ledger) {
        for (PlannedItem planned : batch.items()) {
            if (!ledger.isSame(planned)) {
                throw new OtherValuesException(planned.line());
            }
        }
    }

    private int unsettled(Batch batch) {
        return (int) journal.read(batch.id()).stream()
                .filter(entry -> entry.outcome().isEmpty())
                .count();
    }

    private void work(Batch batch, List<PlannedItem> rows, Ledger ledger, Function<Tally, Caller> calling)
            throws InterruptedException {
        Metering metering = new Metering(
                meter, batch.id().job(), ledger::ended, pace.timeline().now());
        Tally tally = new Tally(metering::sent);
        try {
            work(batch, rows, ledger, calling.apply(tally));
        } finally {
            metering.finish();
            journal.addCalls(ledger.lease(), tally.drain());
            journal.addSeries(ledger.lease(), tally.series());
        }
    }

    private void work(Batch batch, List<PlannedItem> open, Ledger ledger, Caller caller) throws InterruptedException {
        EarlierBatches earlier = new EarlierBatches(journal, batch);
        LaneRun run = new LaneRun(ledger, new Breaker(), earlier, Guard.of(journal, batch, ledger), batch.allowed());
        switch (batch.id().lane().service()) {
            case CONNECT -> {
                ConnectSteps steps = new ConnectSteps(services.connect(), caller, new Confirmation(), pace.timeline());
                new ConnectLane(new ConnectRows(steps, ledger, earlier, batch.allowed()), run, strands).work(open);
            }
            case CHIME ->
                new ChimeLane(new ChimeBatches(services.chime(), caller, ledger), run, strands, services.chimePerCall())
                        .work(open);
        }
    }
}
