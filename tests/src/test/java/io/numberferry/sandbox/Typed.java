package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.numberferry.throttle.Timeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/// A `ferry` command as a person types it, and what came of it.
///
/// @param out where the report is
record Typed(int exitStatus, String output, String errors, Path out) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Typed run(Path out, String... arguments) {
        return run(Map.of(), out, arguments);
    }

    static Typed run(Map<String, String> variables, Path out, String... arguments) {
        return run(new LeapingTime(), variables, out, arguments);
    }

    static Typed run(Timeline timeline, Map<String, String> variables, Path out, String... arguments) {
        List<String> all = new ArrayList<>(List.of("run", "--out", out.toString()));
        all.addAll(Arrays.asList(arguments));
        return ferry(timeline, variables, out, all.toArray(String[]::new));
    }

    /// Any command.
    static Typed ferry(Timeline timeline, Map<String, String> variables, Path out, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine ferry = Ferry.commandLine(timeline, variables)
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors));
        int status = ferry.execute(arguments);
        return new Typed(status, output.toString(), errors.toString(), out);
    }

    List<NamedCsvRecord> report() throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(out.resolve("report.csv"))) {
            return reader.stream().toList();
        }
    }

    JsonNode summary() throws IOException {
        return JSON.readTree(out.resolve("summary.json").toFile());
    }

    /// How many calls of an API were sent.
    long sent(String api) throws IOException {
        return summary().path("calls").path(api).path("sent").asLong();
    }

    /// How many calls that change something were sent.
    long writes() throws IOException {
        long writes = 0;
        for (var api : io.numberferry.domain.Api.values()) {
            writes += api.writes() ? sent(api.qualifiedName()) : 0;
        }
        return writes;
    }
}
