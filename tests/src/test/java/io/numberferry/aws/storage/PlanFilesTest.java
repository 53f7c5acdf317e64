package io.numberferry.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.FailureLimit;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Lane;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Rails;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Warning;
import io.numberferry.domain.Window;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlanFilesTest {
    private static final String ATTEMPT = "attempt-1";

    private static S3OnLoopback s3;
    private static S3Objects objects;
    private static PlanFiles files;

    private final Job job = Samples.newJob();

    @BeforeAll
    static void start() throws Exception {
        s3 = new S3OnLoopback();
        objects = new S3Objects(s3.client(), Optional.empty());
        files = new PlanFiles(objects, Samples.BUCKET);
    }

    @AfterAll
    static void stop() throws Exception {
        s3.stop();
    }

    private PlanHeader plan() {
        return files.header(job.id()).orElseThrow();
    }

    private BatchId batch(Lane lane, int number) {
        return Samples.batch(job, lane, number);
    }

    private List<PlannedItem> read(BatchId batch) {
        try (Stream<PlannedItem> rows = files.planned(plan(), batch, Samples::parse)) {
            return rows.toList();
        }
    }

    @Test
    void plannedRowsAreReadBackWhole() {
        NumberId id = new NumberId("id", "arn:aws:connect:us-west-2:111122223333:phone-number/id");
        PlannedItem plain = Samples.planned(2);
        List<PlannedItem> rows = List.of(
                new PlannedItem(plain.row(), plain.item(), plain.standing(), Optional.of("flow"), OptionalInt.of(7)),
                Samples.planned(3, new Standing.Absent()),
                Samples.planned(4, new Standing.OnConnect(id, "arn:target", Optional.of("flow"), "front desk")),
                Samples.planned(5, new Standing.OnConnect(new NumberId("id", ""), "arn:target", Optional.empty(), "")),
                Samples.planned(
                        6, new Standing.OnChime("VoiceConnector", "Ferry", true, "desk", Optional.of("vc/abc"))),
                Samples.planned(9, new Standing.OnChime("BusinessCalling", "", false, "", Optional.empty())),
                Samples.planned(
                        10,
                        new Standing.Foreseen(new Standing.OnConnect(id, "arn:target", Optional.of("flow"), "desk"))),
                Samples.planned(
                        11,
                        new Standing.Foreseen(
                                new Standing.OnChime("VoiceConnector", "", false, "desk", Optional.empty()))));
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            rows.forEach(row -> writer.planned(batch(Samples.CONNECT, 1), row));
            Samples.complete(writer);
        }

        assertThat(read(batch(Samples.CONNECT, 1))).isEqualTo(rows);
    }

    @Test
    void settledRowsAreReadBackWhole() {
        Row refused = new Row(4, List.of("12", "refused"));
        List<Settled> rows = List.of(
                Samples.settled(2, Outcome.of(Reason.ALREADY_DONE, "")),
                Samples.settled(
                        3,
                        Outcome.of(Reason.REFUSED, "no")
                                .withService(new Outcome.ServiceError("Code", ""))
                                .withNumber(Optional.of(new NumberId("id", "")))
                                .afterAttempts(2)
                                .from("here")
                                .leaving("there")),
                new Settled(refused, Optional.empty(), Outcome.of(Reason.INVALID_PHONE_NUMBER, "line 4: no")));
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            rows.forEach(writer::settled);
            Samples.complete(writer);
        }

        try (Stream<Settled> read = files.settled(plan(), Samples::parse)) {
            assertThat(read).isEqualTo(rows);
        }
    }

    @Test
    void theHeaderIsReadBackWhole() {
        JobSettings settings = new JobSettings(
                Optional.of("claim"),
                Optional.of("target"),
                true,
                JobSettings.OnRejection.STOP,
                true,
                Optional.of("US"),
                new Rails(
                        7,
                        true,
                        Optional.of(new FailureLimit(20, 30)),
                        5,
                        60,
                        Optional.of(new Window(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Europe/Berlin")))));
        Job full = new Job(job.id(), job.manifest(), settings, job.startedAt());
        Map<Api, CallCount> calls = Map.of(
                Api.UPDATE_PHONE_NUMBER, new CallCount(1, 0, 0),
                Api.UPDATE_CHIME_NUMBER, new CallCount(3, 2, 1));
        List<Warning> warnings = List.of(new Warning(Warning.Code.PERMISSION_MISSING, "not read", 3));
        PlanHeader written;
        try (PlanWriter writer = files.write(full, ATTEMPT, Optional.empty())) {
            writer.planned(batch(Samples.CONNECT, 1), Samples.planned(2));
            writer.planned(batch(Samples.CHIME, 1), Samples.planned(3));
            writer.settled(Samples.settled(4, Outcome.of(Reason.ALREADY_DONE, "")));
            writer.planned(batch(Samples.CONNECT, 1), Samples.planned(5));
            writer.planned(batch(Samples.CONNECT, 2), Samples.planned(6));
            written = writer.complete(
                    Samples.COLUMNS, Samples.SHA256, calls, new PlanWriter.Forecast(Samples.estimate(), warnings));
        }

        assertThat(written)
                .isEqualTo(new PlanHeader(
                        full,
                        ATTEMPT,
                        Samples.COLUMNS,
                        Samples.SHA256,
                        List.of(
                                new PlanHeader.LaneSize(Samples.CHIME, 1, 1),
                                new PlanHeader.LaneSize(Samples.CONNECT, 2, 3)),
                        1,
                        calls,
                        Samples.estimate(),
                        warnings));
        assertThat(written.rows()).isEqualTo(5);
        assertThat(files.header(job.id())).contains(written);
    }

    @Test
    void batchesAreListedByNumber() {
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            for (int number = 1; number <= 12; number++) {
                writer.planned(batch(Samples.CONNECT, number), Samples.planned(number));
            }
            Samples.complete(writer);
        }

        List<BatchRef> batches = files.batches(plan(), Samples.CONNECT);
        assertThat(batches).extracting(BatchRef::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(batches.getLast().id()).isEqualTo(batch(Samples.CONNECT, 12));
    }

    @Test
    void rowsAreReadOnlyAsFarAsTheyAreTaken() {
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            writer.planned(batch(Samples.CONNECT, 1), Samples.planned(2));
            writer.planned(batch(Samples.CONNECT, 1), Samples.planned(3));
            Samples.complete(writer);
        }

        try (Stream<PlannedItem> rows = files.planned(plan(), batch(Samples.CONNECT, 1), row -> {
            assertThat(row.line()).isEqualTo(2);
            return Samples.parse(row);
        })) {
            assertThat(rows.findFirst()).contains(Samples.planned(2));
        }
    }

    @Test
    void aPlanLargerThanAPartIsReadBackWhole() {
        int rows = 40_000;
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            for (int line = 1; line <= rows; line++) {
                writer.planned(
                        batch(Samples.CONNECT, 1),
                        Samples.planned(
                                line,
                                new Standing.OnConnect(
                                        new NumberId("id", "arn"), "target".repeat(10), Optional.empty(), "")));
            }
            Samples.complete(writer);
        }

        try (Stream<PlannedItem> read = files.planned(plan(), batch(Samples.CONNECT, 1), Samples::parse)) {
            assertThat(read.mapToInt(PlannedItem::line).sum()).isEqualTo(rows * (rows + 1) / 2);
        }
        assertThat(objects.head(
                                Samples.BUCKET,
                                files.batches(plan(), Samples.CONNECT)
                                        .getFirst()
                                        .key())
                        .orElseThrow()
                        .size())
                .isGreaterThan(5 * 1024 * 1024);
    }

    @Test
    void aPlannedRowThatIsRefusedNowIsNamed() {
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            writer.planned(batch(Samples.CONNECT, 1), Samples.planned(3));
            Samples.complete(writer);
        }

        try (Stream<PlannedItem> rows = files.planned(plan(), batch(Samples.CONNECT, 1), _ -> Optional.empty())) {
            assertThatThrownBy(rows::toList)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("line 3 was planned, but is refused now; plan the job again");
        }
    }

    @Test
    void aLineOfAnotherVersionIsNamed() {
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            Samples.complete(writer);
        }
        String key = "jobs/" + job.id() + "/plans/attempt-1/connect-us-west-2/000001.jsonl";
        objects.put(
                Samples.BUCKET,
                key,
                "application/jsonl",
                "{\"line\":1,\"cells\":[],\"standing\":{\"kind\":\"ABSENT\"},\"new\":2}\n");

        assertThatThrownBy(() -> read(batch(Samples.CONNECT, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("s3://unversioned/" + key + ", line 1, was not written by this version: "
                        + "Unrecognized field \"new\"");
    }

    @Test
    void aHeaderOfAnotherVersionIsNamed() {
        String key = "jobs/" + job.id() + "/plan.json";
        objects.put(Samples.BUCKET, key, "application/json", "{}");

        assertThatThrownBy(() -> files.header(job.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("s3://unversioned/" + key + " was not written by this version: ");
    }
}
