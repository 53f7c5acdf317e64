package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./ferry export`, as it is typed.
class ExportTest {
    @TempDir
    private Path folder;

    @Test
    void theFileIsAManifestThatChangesNothing() throws IOException {
        Path file = folder.resolve("numbers.csv");
        Typed export = export("--out", file.toString());

        assertThat(export.exitStatus()).as(export.errors()).isZero();
        assertThat(export.output()).matches("\\d+ numbers in \\d+ rows.*: " + file + "\\R");
        assertThat(Files.readString(file)).startsWith("phone_number,operation,");
        Typed run = Typed.run(folder.resolve("out"), file.toString());
        assertThat(run.exitStatus()).as(run.errors()).isZero();
        assertThat(run.writes()).isZero();
        assertThat(run.report())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getField("outcome")).isEqualTo("UNCHANGED"));
    }

    @Test
    void aFolderIsNoFileToWriteTo() {
        Typed export = export("--out", folder.toString());

        assertThat(export.exitStatus()).isEqualTo(1);
        assertThat(export.errors()).contains("--out").contains(folder.toString());
    }

    private Typed export(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "export";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Typed.ferry(new LeapingTime(), Map.of(), folder, all);
    }
}
