package io.numberferry.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.SmallJvm;
import io.numberferry.apply.Journal;
import io.numberferry.aws.AwsService;
import io.numberferry.aws.storage.PlanWriter;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.Item;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Lane;
import io.numberferry.domain.ManifestRef;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import io.numberferry.domain.Service;
import io.numberferry.domain.Standing;
import io.numberferry.manifest.Header;
import io.numberferry.manifest.Home;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.Parsed;
import io.numberferry.sandbox.local.LocalDynamoDb;
import io.numberferry.sandbox.local.LocalS3;
import io.numberferry.sandbox.local.TableKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the report of a large job takes, made as ReportFunction makes it: plan and files in S3 (s3proxy, on disk), the
/// journal in DynamoDB (DynamoDB Local), in a JVM of a quarter of a gigabyte. Prints ratios; it is no test, and runs
/// only by its name. `-Dbench.rows=N` has another number of rows than 100,000.
class ReportBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final Lane CONNECT = new Lane(Service.CONNECT, "us-west-2");
    private static final Lane CHIME = new Lane(Service.CHIME, "us-west-2");

    /// As at the default quotas.
    private static final Map<Lane, Integer> BATCH = Map.of(CONNECT, 1_200, CHIME, 20_000);

    private static final String BUCKET = "numberferry-output";
    private static final String JOURNAL = "numberferry-journal";
    private static final List<String> COLUMNS = List.of("phone_number", "operation", "target", "note");
    private static final ManifestRef MANIFEST =
            new ManifestRef("numberferry-input", "run/large.csv", Optional.of("v1"), "etag", 1);
    static final Job JOB =
            new Job(JobId.of(MANIFEST), MANIFEST, JobSettings.asWritten(), Instant.parse("2026-03-01T09:00:00Z"));

    private final ItemParser parser =
            new ItemParser(Header.of(COLUMNS), JobSettings.asWritten(), new Home("us-west-2", Optional.empty()));

    @TempDir
    private Path folder;

    @Test
    void aReportAgainstReadingWhatItIsMadeOf() throws Exception {
        try (LocalS3 s3 = LocalS3.start(Optional.of(folder));
                LocalDynamoDb dynamoDb = LocalDynamoDb.start(Optional.empty())) {
            s3.createBucket(BUCKET);
            dynamoDb.createTable(JOURNAL, TableKey.string("batch"), Optional.of(TableKey.number("line")));
            String[] endpoints = {s3.uri().toString(), dynamoDb.uri().toString()};
            Wiring wiring = Wiring.from(environment(endpoints), new SystemTimeline());
            plan(wiring);
            for (Lane lane : List.of(CONNECT, CHIME)) {
                carryOut(wiring.journal(), lane);
            }
            System.out.println(SmallJvm.run(MeasuredReport.class, endpoints));
        }
    }

    /// @param endpoints of S3 and of DynamoDB
    static Map<String, String> environment(String[] endpoints) {
        Map<String, String> environment = new HashMap<>();
        for (AwsService service : AwsService.values()) {
            environment.put(service.endpointVariable(), endpoints[0]);
        }
        environment.put(AwsService.DYNAMODB.endpointVariable(), endpoints[1]);
        environment.put("AWS_REGION", "us-west-2");
        environment.put("OUTPUT_BUCKET", BUCKET);
        environment.put("JOURNAL_TABLE", JOURNAL);
        environment.put("QUOTA_TABLE", "numberferry-quotas");
        return environment;
    }

    /// Odd lines claim, even ones associate.
    private static Lane lane(int line) {
        return line % 2 == 1 ? CONNECT : CHIME;
    }

    private static BatchId batch(int line) {
        Lane lane = lane(line);
        return new BatchId(JOB.id(), lane, (line - 2) / 2 / Objects.requireNonNull(BATCH.get(lane)) + 1);
    }

    private void plan(Wiring wiring) {
        try (PlanWriter plan =
                wiring.files().write(JOB, "attempt", wiring.files().find(JOB.id()))) {
            IntStream.range(2, ROWS + 2).forEach(line -> plan.planned(batch(line), planned(line)));
            ObjectNode nothing = JsonNodeFactory.instance.objectNode();
            plan.complete(COLUMNS, "0".repeat(64), Map.of(), new PlanWriter.Forecast(nothing, List.of()));
        }
    }

    private PlannedItem planned(int line) {
        String work = lane(line).equals(CONNECT)
                ? "claim,aaaaaaaa-0000-4000-8000-000000000001"
                : "associate,vcg/abcdef1ghij2klmno3pqr4";
        // Fictional numbers: 100 of each of 10,000 made-up area codes.
        String number = "+1%04d55501%02d".formatted(line / 100, line % 100);
        Row row = new Row(
                line,
                Stream.concat(Stream.of(number), Stream.of((work + ",row " + line).split(",", -1)))
                        .toList());
        Item item = switch (parser.parse(row)) {
            case Parsed.Good(Item good) -> good;
            case Parsed.Bad bad -> throw new IllegalStateException(bad.toString());
        };
        return new PlannedItem(row, item, new Standing.Absent(), Optional.empty(), OptionalInt.empty());
    }

    private static void carryOut(Journal journal, Lane lane) {
        Map<BatchId, Journal.Lease> leases = new HashMap<>();
        IntStream.range(2, ROWS + 2)
                .filter(line -> lane(line).equals(lane))
                .mapToObj(ReportBench::batch)
                .distinct()
                .forEach(batch -> leases.put(batch, journal.take(batch, "worker")));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(2, ROWS + 2)
                    .filter(line -> lane(line).equals(lane))
                    .forEach(line -> threads.execute(
                            () -> journal.skip(Objects.requireNonNull(leases.get(batch(line))), line, outcome(line))));
        }
    }

    private static Outcome outcome(int line) {
        List<Reason> reasons = List.of(Reason.DONE, Reason.ALREADY_DONE, Reason.REFUSED, Reason.DONE, Reason.DONE);
        String message = "line " + line + " ended in one of the ways in which rows end";
        return Outcome.of(reasons.get(line / 2 % reasons.size()), message).afterAttempts(1);
    }
}
