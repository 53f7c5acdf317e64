package io.numberferry.apply;

import io.numberferry.apply.ChimeCall.Detailing;
import io.numberferry.apply.ChimeCall.Detailing.Part;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
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
    /// @param last the outcome of the latest of them
    /// @param changed what has been changed so far, in words; empty for nothing
    /// @param attempts calls sent
    private record Progress(int answered, Outcome last, String changed, int attempts) {
        static final Progress NONE = new Progress(0, Outcome.of(Reason.DONE, ""), "", 0);

        Progress plus(Outcome next, int sent) {
            String soFar = next.good() ? (changed + " " + next.after()).strip() : changed;
            return new Progress(answered + 1, next, soFar, attempts + sent);
        }

        boolean readyFor(Part part, PlannedItem planned) {
            return last.good() && answered == wanted(planned, other -> other.compareTo(part) < 0);
        }

        boolean ended(PlannedItem planned) {
            return answered > 0 && (!last.good() || answered == wanted(planned, _ -> true));
        }

        /// The outcome of the whole row.
        Outcome whole() {
            if (last.good()) {
                Reason reason = changed.contains("calling_name=") ? Reason.DONE_PENDING : Reason.DONE;
                return Outcome.of(reason, "").leaving(changed);
            }
            return changed.isEmpty() ? last : partly();
        }

        private Outcome partly() {
            Outcome outcome = Outcome.of(Reason.PARTLY_DONE, last.message()).leaving(changed);
            return last.service().map(outcome::withService).orElse(outcome);
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
            lane.dispatch(call, ready, this::note);
        }
        for (PlannedItem planned : rows) {
            Progress reached = reached(planned);
            if (reached.ended(planned)) {
                lane.run().end(planned, reached.whole(), reached.attempts());
            }
        }
    }

    private Progress reached(PlannedItem planned) {
        return progress.getOrDefault(planned.line(), Progress.NONE);
    }

    private void note(PlannedItem planned, Outcome outcome, int attempts) {
        progress.put(planned.line(), reached(planned).plus(outcome, attempts));
    }
}
