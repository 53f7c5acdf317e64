package io.numberferry.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes what `./ferry` needs to start without Maven: the chosen JDK's `java`, and its arguments.
///
/// Run by the build, in the JVM that the toolchain chose, with the sandbox's own class path.
final class Launcher {
    private Launcher() {}

    /// @param args the build directory, into which `ferry.java` (one line: a path) and `ferry.args` are
    ///     written
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.writeString(directory.resolve("ferry.java"), java + "\n");
        Files.write(
                directory.resolve("ferry.args"),
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-classpath",
                        quoted(System.getProperty("java.class.path"))));
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
