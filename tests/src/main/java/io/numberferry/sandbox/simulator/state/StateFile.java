package io.numberferry.sandbox.simulator.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.world.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The account on disk: a world file, and beside it a log (`<file>.log`) with one line of JSON per call that
/// changed something.
///
/// A line is handed to the operating system before the call is answered, so a killed process loses nothing
/// that was answered; a power cut can. A last line that was cut off is left out when the state is read again.
public final class StateFile implements AutoCloseable {
    private final Path file;
    private final FileChannel log;

    private StateFile(Path file, FileChannel log) {
        this.file = file;
        this.log = log;
    }

    /// Reads what an earlier run left; empty when there is nothing.
    ///
    /// @throws io.numberferry.sandbox.simulator.world.WorldException when the file is not a world
    public static Optional<World> load(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        World snapshot = World.read(file);
        if (Files.notExists(logOf(file))) {
            return Optional.of(snapshot);
        }
        StateLog state = new StateLog(snapshot.toJson());
        String text = Files.readString(logOf(file));
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            state.apply(Json.parse(line));
        }
        return Optional.of(World.parse(Json.line(state.result()), logOf(file).toString()));
    }

    /// Writes a world and begins an empty log for what will change.
    public static StateFile begin(Path file, World world) throws IOException {
        write(file, world);
        return new StateFile(
                file,
                FileChannel.open(
                        logOf(file),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING));
    }

    /// Writes a world file in one step: whoever reads it sees the old one or the new one.
    public static void write(Path file, World world) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path directory = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, ".world", ".tmp");
        try {
            Files.writeString(temporary, Json.pretty(world.toJson()));
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// Adds a line; nothing for an empty object.
    public void append(ObjectNode changes) throws IOException {
        if (!changes.isEmpty()) {
            ByteBuffer line = StandardCharsets.UTF_8.encode(Json.line(changes) + "\n");
            while (line.hasRemaining()) {
                log.write(line);
            }
        }
    }

    /// Folds the log into the world file.
    public void fold(World world) throws IOException {
        write(file, world);
        log.truncate(0);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private static Path logOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".log");
    }
}
