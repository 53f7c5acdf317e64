package io.numberferry.aws.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.Item;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Lane;
import io.numberferry.domain.ManifestRef;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Row;
import io.numberferry.domain.Service;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/// A plan of rows that ask for nothing special.
final class Samples {
    static final String BUCKET = S3OnLoopback.UNVERSIONED;
    static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    static final List<String> COLUMNS = List.of("phone_number", "note");
    static final Lane CONNECT = new Lane(Service.CONNECT, "us-west-2");
    static final Lane CHIME = new Lane(Service.CHIME, "us-west-2");

    private static final AtomicInteger VERSIONS = new AtomicInteger();

    private Samples() {}

    /// A job that no other test has.
    static Job newJob() {
        Optional<String> version = Optional.of("v" + VERSIONS.incrementAndGet());
        ManifestRef manifest = new ManifestRef("uploads", "run/a.csv", version, "etag", 1234);
        return new Job(JobId.of(manifest), manifest, JobSettings.asWritten(), Instant.parse("2026-03-01T12:00:00.5Z"));
    }

    static BatchId batch(Job job, Lane lane, int number) {
        return new BatchId(job.id(), lane, number);
    }

    /// Reads a row: number, and a note that is `refused` for a row that does not parse.
    static Optional<Item> parse(Row row) {
        if (row.cells().getLast().equals("refused")) {
            return Optional.empty();
        }
        PhoneNumber number = new PhoneNumber(row.cells().getFirst());
        return Optional.of(new Item(
                row.line(), number, new Operation.Describe(Optional.empty()), List.of("read from " + row.line())));
    }

    static PlannedItem planned(int line) {
        return planned(line, new Standing.NotRead());
    }

    static PlannedItem planned(int line, Standing standing) {
        Row row = new Row(line, List.of("+12065550100", "a, \"b\"\n•"));
        return new PlannedItem(row, parse(row).orElseThrow(), standing, Optional.empty(), OptionalInt.empty());
    }

    static Settled settled(int line, Outcome outcome) {
        Row row = new Row(line, List.of("+12065550101", "fine"));
        return new Settled(row, parse(row), outcome);
    }

    static JsonNode estimate() {
        return Json.mapper().createObjectNode().put("seconds", 90).put("words", "about 90 seconds");
    }

    static PlanHeader complete(PlanWriter writer) {
        return writer.complete(COLUMNS, SHA256, Map.of(), new PlanWriter.Forecast(estimate(), List.of()));
    }
}
