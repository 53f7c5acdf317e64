package io.numberferry.aws.storage;

import io.numberferry.domain.FailureLimit;
import io.numberferry.domain.Rails;
import java.util.Optional;

/// A job's rails as JSON.
record RailsDocument(
        int mostRows, boolean allowForce, Optional<FailureLimit> failures, int canary, int toleratedBatches) {

    static RailsDocument of(Rails rails) {
        return new RailsDocument(
                rails.mostRows(), rails.allowForce(), rails.failures(), rails.canary(), rails.toleratedBatches());
    }

    Rails rails() {
        return new Rails(mostRows, allowForce, failures, canary, toleratedBatches);
    }
}
