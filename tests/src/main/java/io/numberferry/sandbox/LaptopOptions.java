package io.numberferry.sandbox;

import io.numberferry.throttle.Timeline;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that starts a laptop.
final class LaptopOptions {
    @Option(names = "--world", paramLabel = "FILE.json", description = "What the simulated account holds.")
    private @Nullable Path world;

    @Option(names = "--state", paramLabel = "DIR", description = "Keeps everything there for the next time.")
    private @Nullable Path state;

    @Option(names = "--quota-scale", paramLabel = "N", description = "Multiplies all rates and bursts (default: 1).")
    private double quotaScale = 1;

    /// Where everything is kept; empty to forget it at the end.
    Optional<Path> state() {
        return Optional.ofNullable(state);
    }

    /// @param timeline the clock of everything
    /// @param variables the environment
    Laptop.Setup setup(Timeline timeline, Map<String, String> variables) {
        Inputs.requirePositive("--quota-scale", quotaScale);
        state().ifPresent(directory -> Inputs.requireDirectory("--state", directory));
        Path home = Home.find();
        return new Laptop.Setup(
                home,
                Inputs.world(Optional.ofNullable(world), home),
                state(),
                quotaScale,
                Endpoints.from(variables),
                timeline);
    }
}
