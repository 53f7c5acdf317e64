package io.numberferry.function;

import io.numberferry.domain.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a worker may begin calls: in the job's window, if it has one, and until its own time is up.
///
/// @param deadline the end of the worker's own time
record Shift(Optional<Window> window, Instant deadline) {
    /// No row is begun this shortly before the end of a shift, so the rest of the window is no use to a worker.
    private static final Duration LAST_START = Duration.ofSeconds(20);

    /// When no call is sent any more.
    Instant end(Instant now) {
        return window.flatMap(open -> open.closes(now))
                .filter(closing -> closing.isBefore(deadline))
                .orElse(deadline);
    }

    /// When the next worker may begin, where it has to wait for the window; empty when it need not.
    Optional<Instant> resumption(Instant now) {
        return window.filter(any ->
                        any.closes(now).filter(closing -> hasTime(now, closing)).isEmpty())
                .map(closed -> closed.opens(now));
    }

    private static boolean hasTime(Instant now, Instant closing) {
        return now.plus(LAST_START).isBefore(closing);
    }
}
