package io.numberferry.sandbox;

import io.numberferry.sandbox.lambda.RuntimeFunctions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option of commands whose functions may run as they are packaged.
final class RuntimeOption {
    @Option(
            names = "--runtime",
            description = "Runs each packaged function in a JVM of its own, under Lambda's runtime (Linux only).")
    private boolean runtime;

    /// @param logs where the functions' output goes
    /// @throws Refusal when that is asked for and cannot be
    Laptop.Setup of(Laptop.Setup setup, Path logs) {
        if (!runtime) {
            return setup;
        }
        RuntimeFunctions.obstacle(setup.home(), System.getProperty("os.name")).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        return setup.underRuntime(logs);
    }
}
