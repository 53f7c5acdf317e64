package io.numberferry.function;

import io.numberferry.domain.FailureLimit;
import io.numberferry.domain.Rails;
import java.util.Optional;
import java.util.Set;

/// Reads what keeps a job from going further than was meant.
///
/// @param mostRows the largest manifest that this deployment takes
record RailsReader(int mostRows) {
    /// The plain names of the settings.
    static final Set<String> NAMES =
            Set.of("mostrows", "allowforce", "failurethreshold", "failuresample", "canary", "toleratedbatches");

    /// @throws JobSettingsException naming the setting, its value and what it may be
    Rails read(Given given) {
        return new Rails(
                given.count("most-rows", mostRows, mostRows),
                given.flag("allow-force", false),
                failures(given),
                given.count("canary", 0, mostRows),
                given.percent("tolerated-batches").orElse(100));
    }

    private static Optional<FailureLimit> failures(Given given) {
        int sample = given.count("failure-sample", FailureLimit.SAMPLE, Rails.MOST_ROWS);
        return given.percent("failure-threshold").map(percent -> new FailureLimit(percent, sample));
    }
}
