package io.numberferry.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that keep a job from going further than was meant. Their values are read, and refused, by the
/// job itself, as those of an upload are.
final class RailOptions {
    @Option(names = "--most-rows", paramLabel = "N", description = "Refuses a file with more rows.")
    private @Nullable String mostRows;

    @Option(names = "--allow-force", description = "Lets rows take numbers from where they are associated.")
    private boolean allowForce;

    @Option(
            names = "--failure-threshold",
            paramLabel = "P%%",
            description = "Stops a lane when more than this part of its ended rows went wrong.")
    private @Nullable String failureThreshold;

    @Option(names = "--failure-sample", paramLabel = "N", description = "Rows that must have ended before that.")
    private @Nullable String failureSample;

    @Option(names = "--canary", paramLabel = "N", description = "Goes on only when the first N rows all end well.")
    private @Nullable String canary;

    @Option(
            names = "--tolerated-batches",
            paramLabel = "P%%",
            description = "Begins no batch when more than this part of a lane's was given up.")
    private @Nullable String toleratedBatches;

    @Option(
            names = "--window",
            paramLabel = "W",
            description = "Begins calls only then, for example \"22:00-06:00 Europe/Berlin\".")
    private @Nullable String window;

    /// Adds what was given to a job's settings.
    void addTo(Map<String, String> settings) {
        put(settings, "most-rows", mostRows);
        put(settings, "allow-force", allowForce ? "true" : null);
        put(settings, "failure-threshold", failureThreshold);
        put(settings, "failure-sample", failureSample);
        put(settings, "canary", canary);
        put(settings, "tolerated-batches", toleratedBatches);
        put(settings, "window", window);
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
