package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run says about the dry run of the same file before it.
class CheckThenRunTest {
    private static final String HEAD = "phone_number,operation,target\n";
    private static final String DAY = "b0a7b0a7-0001-4000-8000-000000000001";

    @TempDir
    private Path directory;

    private int runs;

    @Test
    void aRunSaysWhatItsRowsWouldDoOtherwiseThanInTheCheck() throws IOException {
        Path file = claims("all.csv", 160, 161, 162, 163);
        run(file, "--dry-run");
        run(claims("some.csv", 161, 162));

        Typed after = run(file);

        String changes = "2 rows have changed: 2 would claim then, UNCHANGED (ALREADY_DONE) now (lines 3, 4)";
        assertThat(since(after)).hasSize(1).first().asString().endsWith(changes);
        assertThat(after.output()).contains("Note: since the check of ").contains(changes);
    }

    @Test
    void aRunOfAFileOfWhichNothingHasChangedSaysThat() throws IOException {
        Path file = claims("all.csv", 160, 161);
        assertThat(since(run(file, "--dry-run"))).isEmpty();

        assertThat(since(run(file)))
                .hasSize(1)
                .first()
                .asString()
                .matches("since the check of \\S+ nothing has changed");
    }

    @Test
    void anotherFileIsNotCompared() throws IOException {
        run(claims("one.csv", 160), "--dry-run");

        assertThat(since(run(claims("two.csv", 161)))).isEmpty();
    }

    private Typed run(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                file.toString(),
                "--world",
                "events/world.json",
                "--state",
                directory.resolve("state").toString()));
        arguments.addAll(List.of(more));
        return Typed.run(directory.resolve("out" + ++runs), arguments.toArray(String[]::new));
    }

    private static List<String> since(Typed run) throws IOException {
        List<String> found = new ArrayList<>();
        run.summary().path("warnings").forEach(warning -> {
            if (warning.path("code").asText().equals("SINCE_CHECK")) {
                found.add(warning.path("message").asText());
            }
        });
        return found;
    }

    private Path claims(String name, int... ends) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int end : ends) {
            text.append("+12065550%d,claim,%s%n".formatted(end, DAY));
        }
        return Files.writeString(directory.resolve(name), text);
    }
}
