package io.numberferry.function;

import io.numberferry.domain.FailureLimit;
import io.numberferry.domain.Rails;
import io.numberferry.domain.Window;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what keeps a job from going further than was meant.
///
/// @param mostRows the largest manifest that this deployment takes
record RailsReader(int mostRows) {
    /// The plain names of the settings.
    static final Set<String> NAMES = Set.of(
            "mostrows",
            "allowforce",
            "failurethreshold",
            "failuresample",
            "canary",
            "toleratedbatches",
            "window",
            "approvalhours");

    private static final Pattern WINDOW = Pattern.compile("(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})\\s+(\\S+)");

    /// @throws JobSettingsException naming the setting, its value and what it may be
    Rails read(Given given) {
        return new Rails(
                given.count("most-rows", mostRows, mostRows),
                given.flag("allow-force", false),
                failures(given),
                given.count("canary", 0, mostRows),
                given.percent("tolerated-batches").orElse(100),
                given.text("window").map(RailsReader::window),
                given.count("approval-hours", 0, Rails.MOST_APPROVAL_HOURS));
    }

    private static Window window(String text) {
        Matcher window = WINDOW.matcher(text);
        if (window.matches()) {
            try {
                return new Window(
                        LocalTime.parse(window.group(1)), LocalTime.parse(window.group(2)), ZoneId.of(window.group(3)));
            } catch (DateTimeException | IllegalArgumentException _) {
                // Named below, like text that is no window at all.
            }
        }
        throw new JobSettingsException(
                "window", text, "two times and a zone, such as 22:00-06:00 Europe/Berlin or 22:00-06:00 UTC");
    }

    private static Optional<FailureLimit> failures(Given given) {
        int sample = given.count("failure-sample", FailureLimit.SAMPLE, Rails.MOST_ROWS);
        return given.percent("failure-threshold").map(percent -> new FailureLimit(percent, sample));
    }
}
