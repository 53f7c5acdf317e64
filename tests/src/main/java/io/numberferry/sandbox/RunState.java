package io.numberferry.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Remembers under which key a run uploaded its manifest, so that a run that was killed goes on as the same
/// job, and one that ended is followed by a new one.
///
/// @param directory where it is remembered; empty to forget
record RunState(Optional<Path> directory) {
    static RunState of(Optional<Path> state) throws IOException {
        Optional<Path> directory = state.map(path -> path.resolve("runs"));
        if (directory.isPresent()) {
            Files.createDirectories(directory.get());
        }
        return new RunState(directory);
    }

    /// The key to upload to: that of the run with the same arguments which has not ended, or a new one.
    String key(Path file, boolean dryRun, Map<String, String> settings) throws IOException {
        String folder = dryRun ? "check" : "run";
        String name = file.getFileName().toString();
        if (directory.isEmpty()) {
            return folder + "/1/" + name;
        }
        Path open = directory.get().resolve(fingerprint(file, folder, settings) + ".open");
        if (!Files.exists(open)) {
            int number = numberOfRuns() + 1;
            Files.writeString(directory.get().resolve(number + ".run"), file + "\n");
            Files.writeString(open, folder + "/" + number + "/" + name);
        }
        return Files.readString(open);
    }

    /// Tells that the run under this key has ended.
    void ended(String key) throws IOException {
        if (directory.isPresent()) {
            for (Path open : files(".open")) {
                if (Files.readString(open).equals(key)) {
                    Files.delete(open);
                }
            }
        }
    }

    private int numberOfRuns() throws IOException {
        return files(".run").size();
    }

    private List<Path> files(String ending) throws IOException {
        try (var files = Files.list(directory.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String fingerprint(Path file, String folder, Map<String, String> settings) throws IOException {
        String text = folder + settings + UUID.nameUUIDFromBytes(Files.readAllBytes(file));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
