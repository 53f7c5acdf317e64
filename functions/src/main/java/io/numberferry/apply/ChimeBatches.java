package io.numberferry.apply;

import io.numberferry.apply.ChimeNumbers.NumberError;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
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
/// and every row is read back.
record ChimeBatches(ChimeNumbers chime, Caller caller) {
    /// Numbers that stay throttled inside accepted calls are given up after this many calls.
    private static final int MOST_ROUNDS = 10;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20));

    /// What one answer said about the rows it was for.
    ///
    /// @param errors by line; rows without one were done
    /// @param stray an entry that belongs to no row
    private record Sorted(Map<Integer, NumberError> errors, Optional<NumberError> stray) {}

    /// @return outcomes by line; rows that are missing stay open for the next worker
    Map<Integer, Outcome> send(ChimeCall call, List<PlannedItem> rows, Trail trail) throws InterruptedException {
        return send(call, rows, trail, 1);
    }

    private Map<Integer, Outcome> send(ChimeCall call, List<PlannedItem> rows, Trail trail, int round)
            throws InterruptedException {
        Reply<List<NumberError>> reply =
                caller.call(trail, call.api(rows.size()), () -> call.send(chime, rows), ChimeBatches::teaches);
        return switch (reply) {
            case Reply.Ok<List<NumberError>>(List<NumberError> errors) ->
                accepted(call, rows, sort(rows, errors), trail, round);
            case Reply.Refused<List<NumberError>>(Failure failure)
            when isTooMuch(failure) && rows.size() > 1 -> halves(call, rows, trail, round);
            case Reply.Refused<List<NumberError>>(Failure failure) -> refused(call, rows, failure, trail);
        };
    }

    private Map<Integer, Outcome> accepted(
            ChimeCall call, List<PlannedItem> rows, Sorted sorted, Trail trail, int round) throws InterruptedException {
        Map<Integer, Outcome> outcomes = new HashMap<>();
        List<PlannedItem> again = new ArrayList<>();
        for (PlannedItem row : rows) {
            Optional<NumberError> error = Optional.ofNullable(sorted.errors().get(row.line()));
            if (error.isPresent() && isForAgain(error.get()) && round < MOST_ROUNDS) {
                again.add(row);
            } else {
                outcome(call, row, error, sorted.stray(), trail).ifPresent(known -> outcomes.put(row.line(), known));
            }
        }
        if (!again.isEmpty()) {
            caller.timeline().sleepUntil(caller.timeline().now().plus(BACKOFF.delay(round, caller.random())));
            outcomes.putAll(send(call, again, trail, round + 1));
        }
        return outcomes;
    }

    private Optional<Outcome> outcome(
            ChimeCall call, PlannedItem row, Optional<NumberError> error, Optional<NumberError> stray, Trail trail)
            throws InterruptedException {
        if (error.isEmpty()) {
            return stray.isEmpty() ? Optional.of(call.done(row)) : readBack(call, row, failure(stray.get()), trail);
        }
        Failure failure = failure(error.get());
        return switch (failure.kind()) {
            case RECONCILE -> readBack(call, row, failure, trail);
            case THROTTLED, TRANSIENT ->
                Optional.of(Outcome.of(Reason.SERVICE_UNAVAILABLE, failure.sentence(), failure));
            case ROW, TARGET, JOB, OUT_OF_TIME -> Refusals.outcome(failure);
        };
    }

    private Map<Integer, Outcome> refused(ChimeCall call, List<PlannedItem> rows, Failure failure, Trail trail)
            throws InterruptedException {
        Map<Integer, Outcome> outcomes = new HashMap<>();
        for (PlannedItem row : rows) {
            boolean unclear = failure.is(Failure.Kind.TRANSIENT) || failure.is(Failure.Kind.RECONCILE);
            Optional<Outcome> outcome = unclear ? readBack(call, row, failure, trail) : Refusals.outcome(failure);
            outcome.ifPresent(known -> outcomes.put(row.line(), known));
        }
        return outcomes;
    }

    /// Reads a number and decides by what it says.
    private Optional<Outcome> readBack(ChimeCall call, PlannedItem row, Failure doubt, Trail trail)
            throws InterruptedException {
        Reply<Optional<Standing.OnChime>> reply =
                caller.call(trail, Api.GET_CHIME_NUMBER, () -> chime.get(row.number()), _ -> Feedback.SUCCEEDED);
        return switch (reply) {
            case Reply.Refused<Optional<Standing.OnChime>>(Failure failure) -> Arrival.unclear(failure);
            case Reply.Ok<Optional<Standing.OnChime>>(Optional<Standing.OnChime> found) ->
                Optional.of(found.map(standing -> decide(call, row, standing, doubt))
                        .orElseGet(() -> Outcome.of(Reason.NUMBER_NOT_FOUND, doubt.sentence(), doubt)));
        };
    }

    private static Outcome decide(ChimeCall call, PlannedItem row, Standing.OnChime standing, Failure doubt) {
        if (call.isDone(row, standing)) {
            return call.done(row);
        }
        Reason reason = switch (doubt.kind()) {
            case TRANSIENT, THROTTLED -> Reason.SERVICE_UNAVAILABLE;
            case RECONCILE -> call.conflict(standing);
            case ROW, TARGET, JOB, OUT_OF_TIME -> Reason.REFUSED;
        };
        return Outcome.of(reason, doubt.sentence(), doubt).leaving(standing.words());
    }

    private Map<Integer, Outcome> halves(ChimeCall call, List<PlannedItem> rows, Trail trail, int round)
            throws InterruptedException {
        int middle = rows.size() / 2;
        Map<Integer, Outcome> outcomes = new HashMap<>(send(call, rows.subList(0, middle), trail, round));
        outcomes.putAll(send(call, rows.subList(middle, rows.size()), trail, round));
        return outcomes;
    }

    private static Sorted sort(List<PlannedItem> rows, List<NumberError> errors) {
        Map<PhoneNumber, PlannedItem> byNumber = new HashMap<>();
        rows.forEach(row -> byNumber.put(row.number(), row));
        Map<Integer, NumberError> byLine = new HashMap<>();
        Optional<NumberError> stray = Optional.empty();
        for (NumberError error : errors) {
            Optional<PlannedItem> row = number(error.numberId()).map(byNumber::get);
            if (row.isPresent()) {
                byLine.put(row.get().line(), error);
            } else {
                stray = Optional.of(error);
            }
        }
        return new Sorted(byLine, stray);
    }

    private static Optional<PhoneNumber> number(String id) {
        try {
            return Optional.of(PhoneNumber.ofChime(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Feedback teaches(List<NumberError> errors) {
        return errors.stream().anyMatch(error -> failure(error).is(Failure.Kind.THROTTLED))
                ? Feedback.THROTTLED
                : Feedback.SUCCEEDED;
    }

    private static boolean isForAgain(NumberError error) {
        return switch (failure(error).kind()) {
            case THROTTLED, TRANSIENT -> true;
            case RECONCILE, ROW, TARGET, JOB, OUT_OF_TIME -> false;
        };
    }

    /// A call that is refused whole for its content: too many numbers, or one that spoils the rest.
    private static boolean isTooMuch(Failure failure) {
        return failure.is(Failure.Kind.ROW) && failure.code().startsWith("BadRequest");
    }

    private static Failure failure(NumberError error) {
        return NumberErrors.classify(error);
    }
}
