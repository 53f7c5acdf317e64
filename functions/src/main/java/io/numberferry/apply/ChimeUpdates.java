package io.numberferry.apply;

import io.numberferry.apply.ChimeCall.Detailing;
import io.numberferry.apply.ChimeCall.Detailing.Part;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Changes the details of Chime numbers, one detail a call, in order. A row goes on to its next detail only
/// when the one before was changed.
final class ChimeUpdates {
    /// How far a row has come.
    ///
    /// @param answered details that were answered
    /// @param whole the outcome of the row, if it ended here
    private record Progress(int answered, Outcome whole) {
        static final Progress NONE = new Progress(0, Outcome.of(Reason.DONE, ""));

        Progress plus(Part part, Outcome next) {
            int attempts = whole.attempts() + next.attempts();
            return new Progress(answered + 1, joined(part, next).afterAttempts(attempts));
        }

        private Outcome joined(Part part, Outcome next) {
            String changed = whole.after();
            if (next.good()) {
                Outcome good = whole.reason() == Reason.DONE_PENDING ? whole : next;
                return good.leaving((changed + " " + next.after()).strip());
            }
            if (changed.isEmpty()) {
                return next;
            }
            return next.status() == Status.UNKNOWN
                    ? next.leaving(changed)
                    : partly(part, next).leaving(changed);
        }

        private static Outcome partly(Part part, Outcome next) {
            Outcome outcome = Outcome.of(Reason.PARTLY_DONE, part.column() + " was not changed: " + next.message());
            return next.service().map(outcome::withService).orElse(outcome);
        }

        boolean readyFor(Part part, PlannedItem planned) {
            return whole.good() && answered == wanted(planned, other -> other.compareTo(part) < 0);
        }

        boolean ended(PlannedItem planned) {
            return answered > 0 && (!whole.good() || answered == wanted(planned, _ -> true));
        }

        private static int wanted(PlannedItem planned, Predicate<Part> parts) {
            return (int) Arrays.stream(Part.values())
                    .filter(parts)
                    .filter(part -> new Detailing(part).detail(planned).isPresent())
                    .count();
        }
    }

    private final ChimeLane lane;
    private final Map<Integer, Progress> progress = new ConcurrentHashMap<>();

    ChimeUpdates(ChimeLane lane) {
        this.lane = lane;
    }

    void work(List<PlannedItem> rows) throws InterruptedException {
        for (Part part : Part.values()) {
            Detailing call = new Detailing(part);
            List<PlannedItem> ready = rows.stream()
                    .filter(planned ->
                            call.detail(planned).isPresent() && reached(planned).readyFor(part, planned))
                    .toList();
            lane.dispatch(call, ready, (planned, outcome) -> note(part, planned, outcome));
            ready.stream()
                    .filter(planned -> reached(planned).readyFor(part, planned))
                    .forEach(planned -> stopHalfway(part, planned));
        }
    }

    /// Ends a row that has come some way and must not go on; one that has not begun needs no more than a
    /// skip.
    private void stopHalfway(Part part, PlannedItem planned) {
        if (reached(planned).answered() > 0) {
            lane.run()
                    .breaker()
                    .stops(planned.operation())
                    .ifPresent(failure -> note(part, planned, Refusals.stopped(failure)));
        }
    }

    private Progress reached(PlannedItem planned) {
        return progress.getOrDefault(planned.line(), Progress.NONE);
    }

    private void note(Part part, PlannedItem planned, Outcome outcome) {
        Progress reached = reached(planned).plus(part, outcome);
        progress.put(planned.line(), reached);
        if (reached.ended(planned)) {
            lane.run().end(planned, reached.whole());
        }
    }
}
