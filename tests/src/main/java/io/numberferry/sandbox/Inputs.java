package io.numberferry.sandbox;

import io.numberferry.sandbox.simulator.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Looks at what a command was given, before anything is started.
final class Inputs {
    private Inputs() {}

    static void requireManifest(Path file) {
        if (!Files.exists(file)) {
            throw new Refusal("there is no file " + file + ": check the path");
        }
        if (Files.isDirectory(file)) {
            throw new Refusal(file + " is a directory: name a CSV file in it");
        }
        if (!Files.isReadable(file)) {
            throw new Refusal(file + " may not be read: check its permissions");
        }
    }

    /// @param chosen by the user; empty for the example that comes with the project
    static World world(Optional<Path> chosen, Path home) {
        Path file = chosen.orElse(home.resolve("events").resolve("world.json"));
        if (!Files.isRegularFile(file)) {
            throw new Refusal("there is no world file " + file + ": give one with --world, or leave the option out");
        }
        return World.read(file);
    }

    static void requirePositive(String option, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new Refusal(option + " must be more than 0, not " + value);
        }
    }

    /// Makes the folder that a file is to be written to.
    static void requireNoDirectory(String option, Path file) {
        if (Files.isDirectory(file)) {
            throw new Refusal(option + " cannot be " + file + ": it is a directory, and a file is to be written");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            requireDirectory(option, folder);
        }
    }

    static void requireDirectory(String option, Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new Refusal(option + " cannot be " + directory + ": it is no directory and cannot be made one", e);
        }
    }
}
