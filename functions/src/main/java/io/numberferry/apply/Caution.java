package io.numberferry.apply;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.FailureLimit;
import java.util.List;
import java.util.Optional;

/// What a job asks of its lanes before they may go on.
///
/// @param failures when a lane is to stop; empty for never
/// @param canary the batches before this one whose rows must all have ended well; none when there is no canary,
///     and for the batches of the canary itself
public record Caution(Optional<FailureLimit> failures, List<Part> canary) {

    /// A batch that the lane goes by.
    ///
    /// @param rows all rows that the plan gave it
    public record Part(BatchId batch, int rows) {}

    public Caution {
        canary = List.copyOf(canary);
    }

    public static Caution none() {
        return new Caution(Optional.empty(), List.of());
    }
}
