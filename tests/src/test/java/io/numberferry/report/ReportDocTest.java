package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportDocTest {
    private static final Pattern ENTRY =
            Pattern.compile("\\| `([A-Z_]+)` \\| ([A-Z_]+) \\| (yes|no) \\| ([^|]*) \\| ([^|]*) \\|");

    private static final Pattern COLUMN = Pattern.compile("\\| (?:`([a-z_]+)`|(the manifest's columns)) \\| [^|]+ \\|");

    @Test
    void everyCodeIsDescribedAsItIs() throws IOException {
        List<String> described =
                entries().map(entry -> String.join(" ", entry.subList(0, 3))).toList();

        assertThat(described)
                .containsExactlyElementsOf(Arrays.stream(Reason.values())
                        .map(reason -> reason + " " + reason.status() + " " + (reason.worthRetrying() ? "yes" : "no"))
                        .toList());
    }

    @Test
    void everyCodeSaysWhatItMeansInASentence() throws IOException {
        assertThat(entries())
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.get(3)).as(entry.getFirst()).matches("[A-Z].{10,}\\."));
    }

    @Test
    void everyCodeSaysWhatToDoAsReportsDo() throws IOException {
        assertThat(entries().map(entry -> entry.get(4).strip()))
                .containsExactlyElementsOf(Arrays.stream(Reason.values())
                        .map(reason -> reason.advice().isEmpty() ? "Nothing." : reason.advice())
                        .toList());
    }

    @Test
    void everyColumnOfTheReportIsDescribedInItsPlace() throws IOException {
        String document = Files.readString(Path.of("docs/REPORT.md"));
        String table = document.substring(document.indexOf("## report.csv"), document.indexOf("### Outcomes"));
        List<String> described = table.lines()
                .map(COLUMN::matcher)
                .filter(Matcher::matches)
                .map(column -> column.group(1) == null ? "flow" : column.group(1))
                .toList();

        assertThat(Written.records(Written.of(Jobs.completed(List.of("flow"), 0), List.of())
                                .report())
                        .getFirst())
                .isEqualTo(described);
    }

    private static Stream<List<String>> entries() throws IOException {
        return Files.readAllLines(Path.of("docs/REPORT.md")).stream()
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .map(entry -> List.of(entry.group(1), entry.group(2), entry.group(3), entry.group(4), entry.group(5)));
    }
}
