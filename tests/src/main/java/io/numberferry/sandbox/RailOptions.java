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

    /// Adds what was given to a job's settings.
    void addTo(Map<String, String> settings) {
        put(settings, "most-rows", mostRows);
        put(settings, "allow-force", allowForce ? "true" : null);
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
