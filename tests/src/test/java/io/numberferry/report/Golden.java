package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that are checked in and compared byte by byte. What was written instead is kept in
/// `tests/target/report`, from where a wanted change is copied over and reviewed as a difference.
final class Golden {
    private static final Path WANTED = Path.of("tests/src/test/resources/report");
    private static final Path FOUND = Path.of("tests/target/report");

    private Golden() {}

    static void assertSame(String name, String found) throws IOException {
        Files.createDirectories(FOUND);
        Files.writeString(FOUND.resolve(name), found);
        assertThat(found).isEqualTo(Files.readString(WANTED.resolve(name)));
    }
}
