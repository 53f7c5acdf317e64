package io.numberferry.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the project is. `./ferry` says so; a test runs in it.
final class Home {
    /// The system property that `./ferry` sets.
    static final String PROPERTY = "ferry.home";

    private Home() {}

    static Path find() {
        Path home = Path.of(System.getProperty(PROPERTY, ".")).toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve("statemachine"))) {
            throw new Refusal("the project's folder is not " + home + ": start ferry by its path, ./ferry");
        }
        return home;
    }
}
