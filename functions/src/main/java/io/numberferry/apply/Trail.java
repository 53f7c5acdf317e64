package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Reply;
import java.time.Instant;
import java.util.Optional;

/// What one row, or one group of rows, has cost so far, what stood in its way, and the permit it started
/// with. Belongs to one strand.
final class Trail {
    /// Leave for one call.
    ///
    /// @param since when it was given
    record Permit(Api api, Instant since) {}

    private boolean resumed;
    private Optional<Permit> permit;
    private Optional<Failure> blame = Optional.empty();
    private final Instant begun;
    private Optional<Instant> unanswered = Optional.empty();
    private int attempts;
    private boolean wrote;

    /// @param resumed whether an earlier worker may have sent the row already
    /// @param begun now
    Trail(Optional<Permit> permit, boolean resumed, Instant begun) {
        this.permit = permit;
        this.resumed = resumed;
        this.begun = begun;
    }

    /// Tells whether an earlier worker may have sent what the row sends now.
    boolean resumed() {
        return resumed;
    }

    /// A step that changes something begins: what was left without an answer before is settled.
    void begin() {
        unanswered = Optional.empty();
    }

    /// Another request begins, which no earlier worker can have sent: how theirs ended is known.
    void anew() {
        wrote |= resumed;
        resumed = false;
    }

    /// A request was sent, and ended like this.
    void sent(Api api, Instant at, Reply<?> reply) {
        attempts++;
        wrote |= api.writes();
        if (reply instanceof Reply.Refused<?>(Failure failure)) {
            if (api.writes() && failure.is(Failure.Kind.TRANSIENT)) {
                unanswered = Optional.of(at);
            }
            blame(failure);
        }
    }

    /// Notes a refusal that other rows may meet too: the target's, or else the caller's.
    void blame(Failure failure) {
        switch (failure.kind()) {
            case TARGET -> blame = Optional.of(failure);
            case JOB -> blame = blame.or(() -> Optional.of(failure));
            case THROTTLED, TRANSIENT, RECONCILE, ROW, OUT_OF_TIME, STOPPED -> {}
        }
    }

    /// The refusal that other rows may meet too; empty when there was none.
    Optional<Failure> blame() {
        return blame;
    }

    /// Tells whether the latest step may have taken effect although it was refused in the end: an earlier
    /// request got no answer, or the refusal itself may be about an earlier request of ours.
    boolean mayHaveTakenEffect(Failure refusal) {
        return lostAt().isPresent() || refusal.is(Failure.Kind.RECONCILE);
    }

    /// When the last request of the latest step, or of an earlier worker, that may have gone unanswered was sent, at
    /// the latest; empty when all were answered.
    Optional<Instant> lostAt() {
        return lostAt(resumed);
    }

    /// The same for one of several rows: an earlier worker had sent what it did before this one began.
    ///
    /// @param earlier whether an earlier worker may have sent the row
    Optional<Instant> lostAt(boolean earlier) {
        return unanswered.or(() -> earlier ? Optional.of(begun) : Optional.empty());
    }

    /// Tells whether anything that changes something may have been sent for the row, by whomever.
    boolean mayHaveWritten() {
        return resumed || wrote;
    }

    /// Requests sent.
    int attempts() {
        return attempts;
    }

    /// Hands the permit over, once, to a call of its API.
    Optional<Permit> take(Api api) {
        Optional<Permit> taken = permit.filter(mine -> mine.api() == api);
        if (taken.isPresent()) {
            permit = Optional.empty();
        }
        return taken;
    }

    /// The permit, when no call has used it.
    Optional<Permit> unused() {
        return permit;
    }
}
