package io.numberferry.apply;

import io.numberferry.domain.Api;
import java.time.Instant;
import java.util.Optional;

/// What one row, or one group of rows, has cost so far, and the permit it started with. Belongs to one
/// strand.
final class Trail {
    /// Leave for one call.
    ///
    /// @param since when it was given
    record Permit(Api api, Instant since) {}

    private Optional<Permit> permit;
    private int attempts;

    Trail(Optional<Permit> permit) {
        this.permit = permit;
    }

    void add(int sent) {
        attempts += sent;
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
