package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A quota of numbers that is too small is seen before anything is sent.
class NumberQuotaTest {
    /// The instance of events/world.json that may hold 8 numbers.
    private static final String NIGHT = "b0a7b0a7-0002-4000-8000-000000000002";

    @TempDir
    private Path directory;

    @Test
    void aDryRunTellsThatTheInstanceCannotHoldWhatTheFileWouldBring() throws IOException {
        StringBuilder manifest = new StringBuilder("phone_number,operation,target\n");
        for (int n = 0; n < 20; n++) {
            manifest.append("+120655501%02d,claim,%s\n".formatted(n + 60, NIGHT));
        }
        Path file = Files.writeString(directory.resolve("night.csv"), manifest);

        Typed run = Typed.run(directory.resolve("out"), file.toString(), "--dry-run", "--world", "events/world.json");

        JsonNode warnings = run.summary().path("warnings");
        assertThat(warnings.findValuesAsText("code")).contains("NUMBER_QUOTA").doesNotContain("NUMBER_QUOTA_NOT_READ");
        assertThat(warnings.toString()).contains("instance " + NIGHT + " may hold 8 numbers and holds ");
    }
}
