package io.numberferry.sandbox.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A directory that one process at a time may use. The operating system ends the claim when the process dies.
record OwnedDirectory(Path path, FileChannel claim) implements AutoCloseable {

    /// Makes the directory when missing.
    ///
    /// @throws IllegalStateException when somebody else, or somebody else in this process, uses it
    /// @throws UncheckedIOException when it cannot be made or written
    static OwnedDirectory claim(Path path) {
        try {
            FileChannel lock = FileChannel.open(
                    Files.createDirectories(path).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isMine(lock)) {
                return new OwnedDirectory(path, lock);
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can be kept in %s: %s".formatted(path, e), e);
        }
        throw new IllegalStateException(
                "%s is in use by another run; let that end, or choose another directory".formatted(path));
    }

    private static boolean isMine(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be given back".formatted(path), e);
        }
    }
}
