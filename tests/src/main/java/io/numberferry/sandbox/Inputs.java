package io.numberferry.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    static void requirePositive(String option, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new Refusal(option + " must be more than 0, not " + value);
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
