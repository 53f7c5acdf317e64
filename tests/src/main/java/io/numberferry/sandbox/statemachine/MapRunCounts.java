package io.numberferry.sandbox.statemachine;

/// Where the children of a distributed map stand.
///
/// @param failed with an error, or out of time
public record MapRunCounts(int total, int running, int succeeded, int failed) {
    /// Those not started yet.
    public int pending() {
        return total - running - succeeded - failed;
    }

    MapRunCounts started() {
        return new MapRunCounts(total, running + 1, succeeded, failed);
    }

    MapRunCounts ended(boolean success) {
        return new MapRunCounts(total, running - 1, succeeded + (success ? 1 : 0), failed + (success ? 0 : 1));
    }
}
