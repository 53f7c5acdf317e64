package io.numberferry.aws.storage;

import io.numberferry.domain.Rails;

/// A job's rails as JSON.
record RailsDocument(int mostRows, boolean allowForce) {

    static RailsDocument of(Rails rails) {
        return new RailsDocument(rails.mostRows(), rails.allowForce());
    }

    Rails rails() {
        return new Rails(mostRows, allowForce);
    }
}
