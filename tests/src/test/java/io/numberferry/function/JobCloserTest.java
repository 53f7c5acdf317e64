package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.apply.Closings;
import io.numberferry.apply.InMemoryClosings;
import io.numberferry.apply.Journal;
import io.numberferry.aws.Wire;
import io.numberferry.aws.executions.PastExecution;
import io.numberferry.aws.executions.PastExecution.State;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whose the end of a job is, when several executions worked on it, and how long it is tried to settle its rows.
class JobCloserTest {
    private static final Duration WORKERS_GONE = Duration.ofMinutes(16);
    private static final Instant END = Instant.parse("2026-03-01T10:00:00Z");
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private final Closings closings = new InMemoryClosings();
    private final Map<String, Deque<PastExecution>> executions = new HashMap<>();

    private Deployment deployment;
    private Job job;
    private Instant now = END.plus(WORKERS_GONE);

    @BeforeEach
    void planTheExample() throws IOException {
        deployment = new Deployment();
        deployment
                .storage()
                .objects()
                .put(Storage.INPUT, "run/mixed.csv", "text/csv", Files.readAllBytes(Path.of("events/mixed.csv")));
        String event = Files.readString(Path.of("events/plan.json"));
        JsonNode plan = Wire.json(Invocation.of(new PlanFunction(deployment.wiring()), event));
        job = deployment
                .wiring()
                .files()
                .header(new JobId(plan.path("jobId").asText()))
                .orElseThrow()
                .job();
        went(FIRST, past(State.ABORTED, END));
    }

    @AfterEach
    void stop() throws IOException {
        deployment.close();
    }

    private static PastExecution past(State state, @Nullable Instant stoppedAt) {
        return past(state, stoppedAt, "");
    }

    private static PastExecution past(State state, @Nullable Instant stoppedAt, String error) {
        return new PastExecution(
                state,
                "{}",
                END.minusSeconds(600),
                Optional.ofNullable(stoppedAt),
                Optional.of(error),
                Optional.empty());
    }

    /// An execution that went on with the job.
    ///
    /// @param answers of Step Functions, the last of them again and again
    private void went(String execution, PastExecution... answers) {
        closings.goesOn(job.id(), execution);
        executions.put(execution, new ArrayDeque<>(List.of(answers)));
    }

    private Optional<PastExecution> executions(String arn) {
        return Optional.ofNullable(executions.get(arn))
                .map(answers -> answers.size() > 1 ? answers.removeFirst() : answers.getFirst());
    }

    private CloseAnswer close() throws InterruptedException {
        return close(null);
    }

    /// @param begun when the closing began
    private CloseAnswer close(@Nullable Instant begun) throws InterruptedException {
        Wiring wiring = deployment.wiring();
        JobCloser closer = new JobCloser(
                new Ends(closings, this::executions),
                wiring.files(),
                new BatchReader(wiring.files(), wiring.home()),
                wiring.applier(),
                () -> now,
                WORKERS_GONE);
        PlanRequest manifest = new PlanRequest("bucket", "key", null, null, END.toString(), null, null, null, false);
        CloseRequest request = new CloseRequest(FIRST, "closing of the first", begun == null ? null : begun.toString());
        return closer.close(
                job,
                request,
                new ReportRequest(manifest, "ABORTED", "", "", END.toString(), request),
                "closer",
                wiring.now());
    }

    private CloseAnswer.Next next() throws InterruptedException {
        return close().next();
    }

    @Test
    void theEndOfTheOnlyExecutionIsTheEndOfTheJob() throws InterruptedException {
        assertThat(next()).isEqualTo(CloseAnswer.Next.REPORT);
    }

    @Test
    void aJobThatGoesOnUnderAnotherNameIsNotAtItsEnd() throws InterruptedException {
        went(SECOND, past(State.RUNNING, null));

        assertThat(next()).isEqualTo(CloseAnswer.Next.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT"})
    void whoeverEndedLastHasTheEnd(State state) throws InterruptedException {
        went(SECOND, past(state, END.plusMillis(1)));
        assertThat(next()).as("ended later").isEqualTo(CloseAnswer.Next.NOTHING);

        went(SECOND, past(state, END.minusMillis(1)));
        assertThat(next()).as("ended before").isEqualTo(CloseAnswer.Next.REPORT);
    }

    /// Their closings take the end by turns: one of them closes it.
    @Test
    void ofTwoThatEndedTogetherOneIsClosed() throws InterruptedException {
        went(SECOND, past(State.ABORTED, END));
        assertThat(next()).isEqualTo(CloseAnswer.Next.REPORT);

        assertThat(closings.take(job.id(), END, "closing of the second")).isFalse();
    }

    @Test
    void anExecutionThatFailedBeforeItsRowsLeavesTheEndToTheOneBefore() throws InterruptedException {
        went(SECOND, past(State.FAILED, END.plusSeconds(5), "JobFailed"));

        assertThat(next()).isEqualTo(CloseAnswer.Next.REPORT);
    }

    @Test
    void anExecutionThatStepFunctionsHasForgottenDoesNotGoOn() throws InterruptedException {
        closings.goesOn(job.id(), "forgotten");

        assertThat(next()).isEqualTo(CloseAnswer.Next.REPORT);
    }

    @Test
    void aJobThatWasRedrivenIsNotAtThisEnd() throws InterruptedException {
        went(FIRST, past(State.ABORTED, END.plusSeconds(60)));

        assertThat(next()).isEqualTo(CloseAnswer.Next.NOTHING);
    }

    @Test
    void aJobThatGoesOnWhileItsRowsAreSettledGetsNoReportOfTheEarlierEnd() throws InterruptedException {
        went(FIRST, past(State.ABORTED, END), past(State.RUNNING, null));
        assertThat(next()).as("redriven").isEqualTo(CloseAnswer.Next.NOTHING);

        went(FIRST, past(State.ABORTED, END));
        went(SECOND, past(State.ABORTED, END.minusSeconds(60)), past(State.RUNNING, null));
        assertThat(next()).as("the other one redriven").isEqualTo(CloseAnswer.Next.NOTHING);
    }

    @Test
    void aClosingAsksAgainBeforeItSettlesABatch() throws InterruptedException {
        aRowThatCannotBeSettled();
        went(FIRST, past(State.ABORTED, END), past(State.RUNNING, null));
        assertThat(next()).isEqualTo(CloseAnswer.Next.NOTHING);

        went(FIRST, past(State.ABORTED, END));
        assertThat(next()).isEqualTo(CloseAnswer.Next.AGAIN);
    }

    private BatchId connect() {
        return new BatchId(job.id(), Lane.ofLabel("connect-us-west-2"), 1);
    }

    private void aRowThatCannotBeSettled() {
        Journal journal = deployment.wiring().journal();
        Journal.Lease lease = journal.take(connect(), "worker");
        assertThat(journal.intend(
                        lease,
                        new Journal.Entry(
                                2,
                                Journal.State.INTENT,
                                Optional.of(new ClientToken("aaaaaaaa-0000-4000-8000-000000000001")),
                                "of other values",
                                1,
                                Optional.empty(),
                                Optional.empty())))
                .isTrue();
    }

    @Test
    void aRowThatCannotBeSettledIsTriedForThreeHoursFromTheEnd() throws InterruptedException {
        aRowThatCannotBeSettled();
        now = END.plus(Duration.ofHours(3)).minusMillis(1);
        assertThat(next()).isEqualTo(CloseAnswer.Next.AGAIN);

        now = END.plus(Duration.ofHours(3));
        assertThat(next()).isEqualTo(CloseAnswer.Next.REPORT);
    }

    @Test
    void aClosingThatBeginsLateHasAsMuchTime() throws InterruptedException {
        aRowThatCannotBeSettled();
        Instant begun = END.plus(Duration.ofDays(2));
        now = begun.plus(Duration.ofHours(3)).minusMillis(1);
        assertThat(close(begun).next()).isEqualTo(CloseAnswer.Next.AGAIN);

        now = begun.plus(Duration.ofHours(3));
        assertThat(close(begun).next()).isEqualTo(CloseAnswer.Next.REPORT);
    }
}
