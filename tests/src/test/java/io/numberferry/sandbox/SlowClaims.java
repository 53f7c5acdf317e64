package io.numberferry.sandbox;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.numberferry.domain.Api;
import io.numberferry.sandbox.simulator.world.World;
import io.numberferry.sandbox.statemachine.ExecutionListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Jobs of claims that take long, of which some want a flow once they are done.
final class SlowClaims {
    private static final String DAY = "b0a7b0a7-0001-4000-8000-000000000001";
    private static final String FLOW = "b0a7b0a7-0f11-4000-8000-000000000f11";

    private SlowClaims() {}

    static World world() {
        return World.parse("""
                {"connect": {"instances": [{"id": "%s", "numberQuota": 1000}],
                             "flows": [{"instance": "%s", "id": "%s", "name": "Main IVR"}]},
                 "claim": {"settlesAfterMs": 100000}}
                """.formatted(DAY, DAY, FLOW), "claims that take long");
    }

    /// @param withFlow so many of the first rows, every other one of which wants a flow
    static String manifest(int rows, int withFlow) {
        StringBuilder text = new StringBuilder("phone_number,operation,target,flow\n");
        for (int n = 0; n < rows; n++) {
            text.append("+120655501%02d,claim,%s,%s\n".formatted(n, DAY, n % 2 == 0 && n < withFlow ? FLOW : ""));
        }
        return text.toString();
    }

    /// A laptop that makes a call every ten seconds, in leaping time.
    static Laptop laptop(ExecutionListener listener) throws IOException {
        return Laptop.start(
                new Laptop.Setup(
                        Path.of("").toAbsolutePath(),
                        world(),
                        Optional.empty(),
                        0.05,
                        Endpoints.from(Map.of()),
                        new LeapingTime()),
                listener);
    }

    /// Uploads so many claims, half of which want a flow.
    ///
    /// @return the job's id
    static String upload(Laptop laptop, Path folder, int rows) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("job.csv"), manifest(rows, rows));
        return new Upload(laptop).submit(file, "run/job.csv", Map.of());
    }

    /// How many claims reached the service and were not throttled.
    static long claims(Laptop laptop) {
        return laptop.simulator().orElseThrow().calls().entrySet().stream()
                .filter(api -> api.getKey().equals(Api.CLAIM_PHONE_NUMBER.qualifiedName()))
                .mapToLong(api -> api.getValue().received() - api.getValue().throttled())
                .sum();
    }

    /// How many rows have each code.
    static Map<String, Long> codes(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> row.getField("code"))
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    }
}
