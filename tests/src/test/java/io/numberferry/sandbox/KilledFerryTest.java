package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.numberferry.sandbox.Checkpoint.KillPoint;
import io.numberferry.sandbox.simulator.Simulator;
import io.numberferry.sandbox.simulator.SimulatorSettings;
import io.numberferry.sandbox.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ferry run --state` in a process of its own, which is ended by force in the middle of its job, and typed again.
class KilledFerryTest {
    private static final String DAY = "b0a7b0a7-0001-4000-8000-000000000001";
    private static final int ROWS = 30;

    /// As the JVM tells of a process that SIGKILL ended.
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path folder;

    private final AtomicReference<Process> running = new AtomicReference<>();

    @Test
    void aRunThatIsKilledAndTypedAgainGoesOnWhereItWas() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("claims.csv"), manifest());
        try (Simulator simulator =
                        Simulator.start(world(), SimulatorSettings.defaults().withQuotaScale(1_000));
                Checkpoint checkpoint = new Checkpoint(simulator.uri(), _ -> kill())) {
            checkpoint.goOn(new KillPoint(3, false));
            assertThat(ferry(checkpoint, file)).isEqualTo(KILLED);
            checkpoint.goOn(new KillPoint(11, true));
            assertThat(ferry(checkpoint, file)).isEqualTo(KILLED);
            assertThat(folder.resolve("out").resolve("report.csv")).doesNotExist();

            checkpoint.goOn(KillPoint.NONE);
            assertThat(ferry(checkpoint, file)).as(said()).isZero();
            assertThat(outcomes()).hasSize(ROWS).containsOnly("SUCCEEDED");
            assertThat(checkpoint.repeated()).isEmpty();
            assertThat(simulator.world().toJson().at("/connect/numbers")).hasSize(ROWS);

            checkpoint.set(new KillPoint(1, false));
            assertThat(ferry(checkpoint, file)).as(said()).isZero();
            assertThat(outcomes()).hasSize(ROWS).containsOnly("UNCHANGED");
            assertThat(checkpoint.hasKilled())
                    .as("a call that changes something")
                    .isFalse();
        }
    }

    /// @return its exit status
    private int ferry(Checkpoint checkpoint, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + Home.PROPERTY + "=" + Path.of("").toAbsolutePath(),
                        Ferry.class.getName(),
                        "run",
                        file.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--state",
                        folder.resolve("state").toString(),
                        "--quota-scale",
                        "1000"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        builder.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL_CONNECT", checkpoint.uri().toString(),
                        "AWS_ENDPOINT_URL_CHIME_SDK_VOICE", checkpoint.uri().toString()));
        Process process = builder.start();
        running.set(process);
        return process.waitFor();
    }

    private void kill() {
        try {
            running.get().destroyForcibly().waitFor();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> outcomes() throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (NamedCsvRecord row : new Bench.Ended(folder.resolve("out")).report()) {
            outcomes.add(row.getField("outcome"));
        }
        return outcomes;
    }

    private static World world() {
        return World.parse("""
                {"connect": {"instances": [{"id": "%s", "numberQuota": 1000}]}, "claim": {"settlesAfterMs": 0}}
                """.formatted(DAY), "a world for killed runs");
    }

    private static String manifest() {
        StringBuilder rows = new StringBuilder("phone_number,operation,target\n");
        for (int n = 0; n < ROWS; n++) {
            rows.append("+120655501%02d,claim,%s\n".formatted(n, DAY));
        }
        return rows.toString();
    }
}
