package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.ClaimStatus;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// A number that the account holds.
final class OwnedNumber {
    Target.OnConnect target;
    Target.OnConnect shown;
    Instant finishedAt = Instant.EPOCH;
    String failure = "";
    String description = "";
    Tags tags = Tags.none();
    final Map<String, String> flows = new HashMap<>();

    OwnedNumber(Target.OnConnect target) {
        this.target = target;
        this.shown = target;
    }

    /// Tells whether the last claim, move or change has ended, well or not.
    boolean isFinished(Instant now) {
        return !now.isBefore(finishedAt);
    }

    boolean isDone(Instant now) {
        return isFinished(now) && failure.isEmpty();
    }

    boolean hasFailed(Instant now) {
        return isFinished(now) && !failure.isEmpty();
    }

    ClaimStatus status(Instant now) {
        if (!isFinished(now)) {
            return ClaimStatus.IN_PROGRESS;
        }
        return failure.isEmpty() ? ClaimStatus.CLAIMED : ClaimStatus.FAILED;
    }
}
