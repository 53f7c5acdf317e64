package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.Iteration.Tolerance;

/// How many children of a distributed map may fail.
///
/// A threshold of 0 counts as not given as long as the other one is more than 0; without both, no child may
/// fail.
///
/// @param percentage of all items
record FailureThreshold(long count, double percentage) {

    static FailureThreshold of(Tolerance tolerance, Evaluation evaluation) {
        return new FailureThreshold(
                tolerance.count().map(evaluation::number).orElse(0.0).longValue(),
                tolerance.percentage().map(evaluation::number).orElse(0.0));
    }

    boolean exceededBy(MapRunCounts counts) {
        if (count == 0 && percentage == 0) {
            return counts.failed() > 0;
        }
        return (count > 0 && counts.failed() > count)
                || (percentage > 0 && counts.failed() * 100.0 > percentage * counts.total());
    }
}
