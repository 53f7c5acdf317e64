package io.numberferry.function;

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
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import io.numberferry.domain.Service;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A job and rows of it: claims in Connect's lane, associations in Chime's.
final class Plans {
    static final Lane CONNECT = new Lane(Service.CONNECT, "us-west-2");
    static final Lane CHIME = new Lane(Service.CHIME, "us-west-2");
    static final List<String> COLUMNS = List.of("phone_number", "operation");
    static final Job JOB = job();

    private Plans() {}

    private static Job job() {
        ManifestRef manifest = new ManifestRef(Storage.INPUT, "run/a.csv", Optional.of("v1"), "abc", 12);
        return new Job(JobId.of(manifest), manifest, JobSettings.asWritten(), Instant.parse("2026-03-01T09:00:00Z"));
    }

    static PlannedItem claim(int line) {
        return planned(row(line, "claim"));
    }

    static PlannedItem associate(int line) {
        return planned(row(line, "associate"));
    }

    static Settled settled(int line, Reason reason) {
        return new Settled(row(line, "none"), Optional.empty(), Outcome.of(reason, ""));
    }

    private static PlannedItem planned(Row row) {
        return new PlannedItem(
                row, parse(row).orElseThrow(), new Standing.Absent(), Optional.empty(), OptionalInt.empty());
    }

    /// Reads the rows of this class.
    static Optional<Item> parse(Row row) {
        PhoneNumber number = new PhoneNumber(row.cells().getFirst());
        return switch (row.cells().getLast()) {
            case "claim" -> Optional.of(new Item(row.line(), number, claiming(), List.of()));
            case "associate" ->
                Optional.of(new Item(
                        row.line(),
                        number,
                        new Operation.Associate(new Target.VoiceConnectorGroup("group"), false),
                        List.of()));
            default -> Optional.empty();
        };
    }

    private static Operation claiming() {
        Target.Instance instance = new Target.Instance("aaaaaaaa-0000-4000-8000-000000000001", Optional.empty());
        return new Operation.Claim(instance, Optional.empty(), "", Tags.none());
    }

    private static Row row(int line, String word) {
        return new Row(line, List.of("+1206555%04d".formatted(100 + line), word));
    }
}
