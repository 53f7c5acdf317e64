package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.numberferry.sandbox.simulator.Simulator;
import io.numberferry.sandbox.simulator.world.World;
import io.numberferry.sandbox.statemachine.ExecutionListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A deployment that stays up for one job after another, on a clock that jumps over waits.
final class Bench implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// So large a burst that nothing has to wait.
    private static final double AMPLE = 1_000;

    private final Path folder;
    private final Laptop laptop;
    private int jobs;

    Bench(Path folder, World world) throws IOException {
        this.folder = folder;
        this.laptop = Laptop.start(
                new Laptop.Setup(
                        Path.of("").toAbsolutePath(),
                        world,
                        Optional.empty(),
                        AMPLE,
                        Endpoints.from(Map.of()),
                        new LeapingTime()),
                ExecutionListener.none());
    }

    /// The account.
    Simulator simulator() {
        return laptop.simulator().orElseThrow();
    }

    /// The events that jobs published.
    News news() {
        return laptop.news();
    }

    /// Uploads a manifest and waits for its report.
    Ended run(String manifest, Map<String, String> settings) throws IOException, InterruptedException {
        jobs++;
        Path file = Files.writeString(folder.resolve("job-" + jobs + ".csv"), manifest);
        String jobId = new Upload(laptop).submit(file, "run/" + jobs + "/job.csv", settings);
        laptop.reported(jobId);
        Path out = Files.createDirectories(folder.resolve("out-" + jobs));
        laptop.store().download("reports/" + jobId + "/", out);
        return new Ended(out);
    }

    /// The account's numbers, as a manifest.
    String export() throws IOException, InterruptedException {
        Path file = folder.resolve("numbers.csv");
        ExportCommand.export(laptop, file);
        return Files.readString(file);
    }

    @Override
    public void close() {
        laptop.close();
    }

    /// A job's report.
    record Ended(Path out) {
        List<NamedCsvRecord> report() throws IOException {
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(out.resolve("report.csv"))) {
                return reader.stream().toList();
            }
        }

        String retry() throws IOException {
            return Files.readString(out.resolve("retry.csv"));
        }

        String failed() throws IOException {
            return Files.readString(out.resolve("failed.csv"));
        }

        String undo() throws IOException {
            return Files.readString(out.resolve("undo.csv"));
        }

        JsonNode summary() throws IOException {
            return JSON.readTree(out.resolve("summary.json").toFile());
        }

        /// How many calls that change something were sent.
        long writes() throws IOException {
            long writes = 0;
            for (var api : io.numberferry.domain.Api.values()) {
                writes += api.writes()
                        ? summary()
                                .path("calls")
                                .path(api.qualifiedName())
                                .path("sent")
                                .asLong()
                        : 0;
            }
            return writes;
        }
    }
}
