package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for phone numbers in full where a run must not write any: in logs, metrics, names, messages and
/// whatever the state machine's history holds.
final class NumbersInSight {
    /// Ten digits of North America's fictional numbers, in whatever spelling: with or without country code,
    /// spaces, hyphens, dots or parentheses.
    private static final Pattern NUMBER = Pattern.compile("[2-9]\\d{2}[\\s().-]{0,3}555[\\s.-]?01\\d{2}(?!\\d)");

    private NumbersInSight() {}

    /// @param where for the failure's message
    static void assertNoneIn(String where, String text) {
        assertThat(text).as(where).doesNotContainPattern(NUMBER);
    }

    /// Contents and names of all files of a folder and the folders below it.
    ///
    /// @return how many files there were
    static int assertNoneInFilesOf(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            assertNoneIn("the name of a file", folder.relativize(file).toString());
            assertNoneIn(file.toString(), Files.readString(file));
        }
        return files.size();
    }
}
