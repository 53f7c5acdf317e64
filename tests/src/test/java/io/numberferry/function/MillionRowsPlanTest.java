package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan is made in a stream: of a row, no more is kept than its number and what it asks for, in a few bytes. A
/// planner that kept rows would need several times as much and the process would end.
class MillionRowsPlanTest {

    @Test
    void aMillionRowsArePlannedInAQuarterOfAGigabyte(@TempDir Path storage) throws IOException, InterruptedException {
        Process planner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionRowsPlan.class.getName(),
                        storage.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(planner.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(planner.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("rows 1000000, to do 1000000, different lines 1000000");
    }
}
