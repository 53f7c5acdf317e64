package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.numberferry.function.SystemTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--runtime`: the packaged functions, each in a JVM of its own under Lambda's runtime.
final class RuntimeTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void onLinux() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "Lambda's runtime interface client has native code for Linux only");
    }

    @Test
    void aWholeJobEndsAsInOneProcessAndOnlyReportAndTablesHoldNumbersInFull() throws IOException {
        Path state = folder.resolve("state");
        Typed apart = Typed.run(
                new SystemTimeline(),
                Map.of(),
                folder.resolve("out"),
                "events/mixed.csv",
                "--state",
                state.toString(),
                "--runtime",
                "--quota-scale",
                "100");

        assertThat(apart.exitStatus()).as(apart.errors()).isEqualTo(2);
        try (var intended = Files.lines(Path.of("tests/src/test/resources/sandbox/mixed-outcomes.txt"))) {
            assertThat(apart.report().stream().map(RuntimeTest::outcome)).containsExactlyElementsOf(intended.toList());
        }
        assertThat(logs()).containsExactly("ApplyFunction", "PlanFunction", "ReportFunction", "SubmitFunction");
        NumbersInSight.assertNoneIn("what ferry says", apart.output() + apart.errors());
        NumbersInSight.assertNoneIn("the names of objects and files", names(folder));
        assertThat(NumbersInSight.assertNoneInFilesOf(logFolder())).isGreaterThanOrEqualTo(4);
        assertThat(NumbersInSight.assertNoneInFilesOf(state.resolve("executions")))
                .isPositive();
    }

    @Test
    void anExportIsTheSameAsInOneProcessAndItsLogHoldsNoNumber() throws IOException {
        Path together = folder.resolve("together.csv");
        Path out = Files.createDirectories(folder.resolve("out"));
        Path apart = out.resolve("numbers.csv");

        assertThat(Typed.ferry(
                                new SystemTimeline(),
                                Map.of(),
                                folder,
                                "export",
                                "--out",
                                together.toString(),
                                "--quota-scale",
                                "100")
                        .exitStatus())
                .isZero();
        Typed typed = Typed.ferry(
                new SystemTimeline(),
                Map.of(),
                out,
                "export",
                "--out",
                apart.toString(),
                "--runtime",
                "--quota-scale",
                "100");

        assertThat(typed.exitStatus()).as(typed.errors()).isZero();
        assertThat(apart).hasSameTextualContentAs(together);
        assertThat(logs()).containsExactly("ExportFunction");
        NumbersInSight.assertNoneIn("what ferry says", typed.output() + typed.errors());
        assertThat(NumbersInSight.assertNoneInFilesOf(logFolder())).isPositive();
    }

    private Path logFolder() {
        return folder.resolve("out").resolve("logs");
    }

    private static String names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString()).collect(Collectors.joining("\n"));
        }
    }

    private static String outcome(NamedCsvRecord row) {
        return row.getField("line") + " " + row.getField("outcome") + " " + row.getField("code");
    }

    /// The functions that have written one.
    private List<String> logs() throws IOException {
        try (Stream<Path> files = Files.list(logFolder())) {
            return files.map(file -> file.getFileName().toString().replaceFirst("-\\d+\\.log", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
