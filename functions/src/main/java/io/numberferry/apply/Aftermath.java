package io.numberferry.apply;

import io.numberferry.domain.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads what became of a change of which a request got no answer.
///
/// What a read shows as done is done. What it shows as not done may still come: the request can be on its way
/// and take effect after the read. So the last word is a read that began when no such request could live any
/// more, and where the worker's time does not suffice for it, the row is left to the next worker.
record Aftermath(Caller caller) {
    /// A sender gives an attempt up after 10 s (`Timeouts` in `aws`) and closes its connection. A service that
    /// has taken the request in by then is given twice that time to carry it out; no service publishes how long
    /// it takes at most.
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(30);

    /// A read of what the change is about.
    interface Look<T> {
        Reply<T> look() throws InterruptedException;
    }

    /// @param lostAt when the last request that has no answer was sent, at the latest; empty when all were
    ///     answered
    /// @param isDone tells whether what was read shows the change
    /// @return OUT_OF_TIME when the time is up before a read can tell
    <T> Reply<T> read(Optional<Instant> lostAt, Look<T> look, Predicate<T> isDone) throws InterruptedException {
        Instant began = caller.timeline().now();
        Reply<T> first = look.look();
        Optional<Instant> over = lostAt.map(sent -> sent.plus(LONGEST_LIFE)).filter(began::isBefore);
        boolean mayStillCome = over.isPresent() && first instanceof Reply.Ok<T>(T seen) && !isDone.test(seen);
        if (!mayStillCome) {
            return first;
        }
        caller.pauseUntil(over.get());
        return look.look();
    }
}
