package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A report is made in a stream: a million rows in the memory of a small function. A writer that kept them
/// would need several times as much and the process would end.
class MillionRowsTest {

    @Test
    void aMillionRowsAreReportedInAQuarterOfAGigabyte() throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionRows.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(writer.waitFor()).as(said).isZero();
        assertThat(said.strip()).matches("rows 1000000, report 1000001, retry 100001, undo 600001, page [0-9]+ MB");
    }
}
