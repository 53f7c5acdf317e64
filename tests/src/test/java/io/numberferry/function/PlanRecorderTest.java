package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.PlanWriter;
import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Job;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Rails;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Settled;
import io.numberferry.plan.Planned;
import io.numberferry.throttle.Quotas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanRecorderTest {
    private static final Storage STORAGE = new Storage();

    /// So slow that a batch of ten minutes is three calls.
    private static final Quota SLOW = new Quota(0.005, 1);

    private static final int PER_CALL = 2;

    @AfterAll
    static void stop() {
        STORAGE.close();
    }

    private static PlanHeader made(Job job) {
        return STORAGE.files().header(job.id()).orElseThrow();
    }

    private static PlanHeader record(Planned... rows) {
        return record(Plans.JOB, rows);
    }

    private static PlanHeader record(Job job, Planned... rows) {
        try (PlanWriter writer =
                STORAGE.files().write(job, "attempt", STORAGE.files().find(job.id()))) {
            PlanRecorder recorder = new PlanRecorder(job, writer, new Quotas(SLOW, SLOW, Map.of()), PER_CALL);
            for (Planned row : rows) {
                recorder.add(row);
            }
            return recorder.complete(
                    Plans.COLUMNS,
                    "ab".repeat(32),
                    Map.of(Api.LIST_PHONE_NUMBERS_V2, new CallCount(2, 1, 1)),
                    List.of());
        }
    }

    private static Planned claim(int line) {
        return new Planned.ToDo(Plans.CONNECT, Plans.claim(line));
    }

    private static Planned associate(int line) {
        return new Planned.ToDo(Plans.CHIME, Plans.associate(line));
    }

    private static Planned done(int line) {
        return new Planned.Done(Plans.settled(line, Reason.MALFORMED_RECORD));
    }

    @Test
    void aLanesRowsAreCutIntoBatchesOfAboutTenMinutes() {
        PlanHeader plan = record(claim(2), claim(3), claim(4), claim(5), claim(6), claim(7), claim(8));

        assertThat(plan.lanes()).containsExactly(new PlanHeader.LaneSize(Plans.CONNECT, 3, 7));
        assertThat(STORAGE.files().batches(made(Plans.JOB), Plans.CONNECT))
                .extracting(BatchRef::number, BatchRef::rows)
                .containsExactly(tuple(1, 3), tuple(2, 3), tuple(3, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, '1,3,3'", "2, '2,3,2'", "3, '3,3,1'", "4, '3,1,3'", "7, '3,3,1'", "100, '3,3,1'"})
    void aCanaryHasItsBatchesToItself(int canary, String sizes) {
        Job job = new Job(
                Plans.JOB.id(),
                Plans.JOB.manifest(),
                Plans.JOB.settings().with(Rails.standard().withCanary(canary)),
                Plans.JOB.startedAt());
        record(job, claim(2), claim(3), claim(4), claim(5), claim(6), claim(7), claim(8));

        assertThat(STORAGE.files().batches(made(job), Plans.CONNECT).stream()
                        .map(batch -> Integer.toString(batch.rows()))
                        .collect(Collectors.joining(",")))
                .isEqualTo(sizes);
    }

    @Test
    void aCallThatCarriesSeveralRowsMakesLongerBatches() {
        PlanHeader plan = record(
                associate(2), associate(3), associate(4), associate(5), associate(6), associate(7), associate(8));

        assertThat(plan.lanes()).containsExactly(new PlanHeader.LaneSize(Plans.CHIME, 2, 7));
    }

    @Test
    void lanesAndSettledRowsMayComeMixed() {
        PlanHeader plan = record(claim(2), done(3), associate(4), claim(5), done(6));

        assertThat(plan.rows()).isEqualTo(5);
        assertThat(plan.settled()).isEqualTo(2);
        assertThat(plan.lanes())
                .containsExactly(
                        new PlanHeader.LaneSize(Plans.CHIME, 1, 1), new PlanHeader.LaneSize(Plans.CONNECT, 1, 2));
        BatchRef batch = STORAGE.files().batches(made(Plans.JOB), Plans.CONNECT).getFirst();
        try (var rows = STORAGE.files().planned(made(Plans.JOB), batch.id(), Plans::parse)) {
            assertThat(rows.map(PlannedItem::line)).containsExactly(2, 5);
        }
        try (var rows = STORAGE.files().settled(made(Plans.JOB), Plans::parse)) {
            assertThat(rows.map(Settled::row).map(row -> row.line())).containsExactly(3, 6);
        }
    }

    @Test
    void theEstimateCountsCallsTheirLeastTimeAndWhatCannotBeUndone() {
        PlanHeader plan = record(claim(2), claim(3), associate(4), associate(5), associate(6));

        assertThat(plan.estimate().toString())
                .isEqualTo("{\"calls connect:ClaimPhoneNumber\":2,\"calls connect:DescribePhoneNumber\":2,"
                        + "\"calls chime:AssociatePhoneNumbersWithVoiceConnectorGroup\":2,"
                        + "\"seconds\":200.0,\"irreversibleRows\":2,"
                        + "\"usd\":0.005342,\"usd lambda\":0.005333,\"usd dynamodb\":0.000009}");
    }

    @Test
    void whatPlanningSentIsKept() {
        assertThat(record(done(2)).calls()).isEqualTo(Map.of(Api.LIST_PHONE_NUMBERS_V2, new CallCount(2, 1, 1)));
        assertThat(STORAGE.files().header(Plans.JOB.id()).orElseThrow().sha256())
                .isEqualTo("ab".repeat(32));
    }

    @Test
    void aPlanWithNothingToDoHasNoLanes() {
        PlanHeader plan = record(done(2), done(3));

        assertThat(plan.lanes()).isEmpty();
        assertThat(plan.estimate().path("seconds").asDouble()).isZero();
    }

    @Test
    void aDryRunIsEstimatedAndWarnedOfLikeTheRealRunAndHasNothingToDo() {
        PlanHeader real = record(claim(2), claim(3), associate(4));
        PlanHeader dry = record(held(claim(2)), held(claim(3)), held(associate(4)));

        assertThat(dry.estimate()).isEqualTo(real.estimate());
        assertThat(dry.warnings()).isEqualTo(real.warnings()).isNotEmpty();
        assertThat(dry.lanes()).isEmpty();
        assertThat(dry.settled()).isEqualTo(3);
    }

    private static Planned held(Planned row) {
        PlannedItem planned = ((Planned.ToDo) row).planned();
        Outcome outcome = Outcome.of(Reason.DRY_RUN, "");
        return new Planned.Held(planned, new Settled(planned.row(), Optional.of(planned.item()), outcome));
    }
}
