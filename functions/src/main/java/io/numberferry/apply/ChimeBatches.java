package io.numberferry.apply;

import io.numberferry.apply.ChimeNumbers.NumberError;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import io.numberferry.throttle.Backoff;
import io.numberferry.throttle.Feedback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends rows in one call and finds the outcome of each: silence means success, an entry of
/// `PhoneNumberErrors` is that row's, and an entry that belongs to no row sent means that nothing is certain
/// and every row without an entry of its own is read back.
record ChimeBatches(ChimeNumbers chime, Caller caller, Ledger ledger) {
    /// A number that the service could not work on, or that was busy, is given up after this many calls. One
    /// that was throttled is not given up.
    private static final int MOST_ROUNDS = 6;

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20));

    /// Rows on their way.
    ///
    /// @param round which call carries them, counted from 1; repeats without an answer are the same call
    /// @param attempts requests so far by line; shared by all loads that come of one
    private record Load(ChimeCall call, List<PlannedItem> rows, int round, Map<Integer, Integer> attempts) {
        Load with(List<PlannedItem> others) {
            return new Load(call, others, round, attempts);
        }

        Load again(List<PlannedItem> others) {
            return new Load(call, others, round + 1, attempts);
        }

        void count(PlannedItem row, int requests) {
            attempts.merge(row.line(), requests, Integer::sum);
        }

        Outcome counted(PlannedItem row, Outcome outcome) {
            return outcome.afterAttempts(attempts.getOrDefault(row.line(), 0));
        }
    }

    /// What an answer means for one row.
    private sealed interface Verdict {
        record Ended(Outcome outcome) implements Verdict {}

        /// It is to go into another call.
        record Again() implements Verdict {}

        /// The next worker goes on with it.
        record Open() implements Verdict {}

        static Verdict of(Optional<Outcome> outcome) {
            return outcome.<Verdict>map(Ended::new).orElseGet(Open::new);
        }
    }

    /// Finds the verdict on one row.
    private interface Judge {
        Verdict judge(PlannedItem row) throws InterruptedException;
    }

    /// Reads a number that an earlier worker may have sent already.
    ///
    /// @return the outcome when it is as it should be; empty when it has to be sent, because it is not, because it
    ///     cannot be read, or because nobody has sent it
    Optional<Outcome> lookUp(ChimeCall call, PlannedItem row) throws InterruptedException {
        if (ledger.found(row).isEmpty()) {
            return Optional.empty();
        }
        Trail trail = new Trail(Optional.empty(), true, caller.timeline().now());
        return get(row, trail) instanceof Reply.Ok<Optional<Standing.OnChime>>(Optional<Standing.OnChime> found)
                ? found.filter(standing -> call.isDone(row, standing))
                        .map(_ -> call.done(row).afterAttempts(trail.attempts()))
                : Optional.empty();
    }

    /// @return outcomes by line, with their attempts; rows that are missing stay open for the next worker
    Map<Integer, Outcome> send(ChimeCall call, List<PlannedItem> rows, Trail trail) throws InterruptedException {
        return send(new Load(call, rows, 1, new HashMap<>()), trail);
    }

    private Map<Integer, Outcome> send(Load load, Trail trail) throws InterruptedException {
        int before = trail.attempts();
        Reply<List<NumberError>> reply = caller.call(
                trail,
                load.call().api(load.rows().size()),
                () -> load.call().send(chime, load.rows()),
                ChimeBatches::teaches);
        load.rows().forEach(row -> load.count(row, trail.attempts() - before));
        return switch (reply) {
            case Reply.Ok<List<NumberError>>(List<NumberError> errors) -> {
                SortedErrors sorted = SortedErrors.of(load.rows(), errors);
                yield judge(load, trail, row -> answered(load, row, sorted, trail));
            }
            case Reply.Refused<List<NumberError>>(Failure failure)
            when (isTooMuch(failure) || OwnError.is(failure)) && load.rows().size() > 1 -> halves(load, trail);
            case Reply.Refused<List<NumberError>>(Failure failure) ->
                judge(load, trail, row -> refused(load, row, failure, trail));
        };
    }

    private Map<Integer, Outcome> judge(Load load, Trail trail, Judge judge) throws InterruptedException {
        Map<Integer, Outcome> outcomes = new HashMap<>();
        List<PlannedItem> again = new ArrayList<>();
        for (PlannedItem row : load.rows()) {
            switch (verdict(judge, row)) {
                case Verdict.Ended(Outcome outcome) -> outcomes.put(row.line(), load.counted(row, outcome));
                case Verdict.Again() -> again.add(row);
                case Verdict.Open() -> {}
            }
        }
        if (!again.isEmpty()) {
            caller.pause(BACKOFF.delay(load.round(), caller.random()));
            outcomes.putAll(send(load.again(again), trail));
        }
        return outcomes;
    }

    /// A row that cannot be judged for an error of ours was sent all the same.
    private static Verdict verdict(Judge judge, PlannedItem row) throws InterruptedException {
        try {
            return judge.judge(row);
        } catch (RuntimeException e) {
            return new Verdict.Ended(OwnError.outcome(e, true));
        }
    }

    private Verdict answered(Load load, PlannedItem row, SortedErrors sorted, Trail trail) throws InterruptedException {
        Optional<Failure> own = sorted.of(row);
        own.ifPresent(trail::blame);
        if (own.isEmpty()) {
            return sorted.stray().isEmpty()
                    ? new Verdict.Ended(load.call().done(row))
                    : read(load, row, sorted.stray().get(), trail);
        }
        boolean again = switch (own.get().kind()) {
            case THROTTLED -> true;
            case TRANSIENT -> load.round() < MOST_ROUNDS;
            case RECONCILE, ROW, TARGET, JOB, OUT_OF_TIME, STOPPED -> false;
        };
        return again ? new Verdict.Again() : refused(load, row, own.get(), trail);
    }

    /// A refusal is final only where no earlier request can have done what was asked.
    private Verdict refused(Load load, PlannedItem row, Failure failure, Trail trail) throws InterruptedException {
        boolean resumed = ledger.found(row).isPresent();
        return resumed || trail.mayHaveTakenEffect(failure) || failure.is(Failure.Kind.TRANSIENT)
                ? read(load, row, failure, trail)
                : Verdict.of(Refusals.outcome(failure));
    }

    /// Reads a number and decides by what it says.
    private Verdict read(Load load, PlannedItem row, Failure doubt, Trail trail) throws InterruptedException {
        int before = trail.attempts();
        Reply<Optional<Standing.OnChime>> reply = new Aftermath(caller)
                .read(
                        trail.lostAt(ledger.found(row).isPresent()),
                        () -> get(row, trail),
                        found -> found.filter(standing -> load.call().isDone(row, standing))
                                .isPresent());
        load.count(row, trail.attempts() - before);
        return switch (reply) {
            case Reply.Refused<Optional<Standing.OnChime>>(Failure failure) -> Verdict.of(Refusals.unclear(failure));
            case Reply.Ok<Optional<Standing.OnChime>>(Optional<Standing.OnChime> found) ->
                found.isPresent()
                        ? decide(load, row, found.get(), doubt)
                        : new Verdict.Ended(Outcome.of(Reason.NUMBER_NOT_FOUND, doubt.sentence(), doubt));
        };
    }

    private Reply<Optional<Standing.OnChime>> get(PlannedItem row, Trail trail) throws InterruptedException {
        return caller.call(trail, Api.GET_CHIME_NUMBER, () -> chime.get(row.number()), _ -> Feedback.SUCCEEDED);
    }

    private static Verdict decide(Load load, PlannedItem row, Standing.OnChime standing, Failure doubt) {
        if (load.call().isDone(row, standing)) {
            return new Verdict.Ended(load.call().done(row));
        }
        if (!doubt.is(Failure.Kind.RECONCILE)) {
            return Verdict.of(Refusals.withoutEffect(doubt).map(outcome -> outcome.leaving(standing.words())));
        }
        Reason reason = load.call().conflict(standing);
        return reason == Reason.IN_USE && load.round() < MOST_ROUNDS
                ? new Verdict.Again()
                : new Verdict.Ended(Outcome.of(reason, doubt.sentence(), doubt).leaving(standing.words()));
    }

    private Map<Integer, Outcome> halves(Load load, Trail trail) throws InterruptedException {
        List<PlannedItem> rows = load.rows();
        int middle = rows.size() / 2;
        Map<Integer, Outcome> outcomes = new HashMap<>(send(load.with(rows.subList(0, middle)), trail));
        outcomes.putAll(send(load.with(rows.subList(middle, rows.size())), trail));
        return outcomes;
    }

    private static Feedback teaches(List<NumberError> errors) {
        return errors.stream().map(NumberErrors::classify).anyMatch(failure -> failure.is(Failure.Kind.THROTTLED))
                ? Feedback.THROTTLED
                : Feedback.SUCCEEDED;
    }

    /// A call that is refused whole for its content: too many numbers, or one that spoils the rest.
    private static boolean isTooMuch(Failure failure) {
        return failure.is(Failure.Kind.ROW) && failure.code().startsWith("BadRequest");
    }
}
