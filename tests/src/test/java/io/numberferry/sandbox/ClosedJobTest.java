package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.deploy.Template;
import io.numberferry.domain.Status;
import io.numberferry.sandbox.statemachine.ExecutionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/// A job that is stopped between two workers, with claims under way, and what its closing makes of it.
class ClosedJobTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// More than one worker gets done at a call every ten seconds.
    private static final int ROWS = 70;

    @TempDir
    private static Path folder;

    private static final JobEnd END = new JobEnd();
    private static final AtomicReference<SfnClient> STATES = new AtomicReference<>();
    private static final AtomicBoolean STOPPED = new AtomicBoolean();
    private static Laptop laptop;
    private static String job;
    private static String stopped;
    private static long claimsAtTheEnd;
    private static Bench.Ended closed;
    private static JsonNode news;
    private static int heardOf;

    @BeforeAll
    static void stopAJobAndCloseIt() throws IOException, InterruptedException {
        laptop = SlowClaims.laptop(ClosedJobTest::stopAtHandOver);
        STATES.set(LaptopClients.of(laptop).stepFunctions());
        job = SlowClaims.upload(laptop, folder, ROWS);
        laptop.reported(job);
        stopped = executionArn(job);
        claimsAtTheEnd = SlowClaims.claims(laptop);
        heardOf = laptop.news().events().size();
        news = JSON.readTree(laptop.news().events().getLast().detail());
        closed = report("closed");
    }

    @AfterAll
    static void stop() {
        STATES.get().close();
        laptop.close();
    }

    /// The worker's time is up and it has answered, so nobody is at work when the job is stopped.
    private static void stopAtHandOver(ExecutionEvent event) {
        if (event instanceof ExecutionEvent.StateEntered(var _, var _, String state, var _)
                && state.equals("Hand over")
                && STOPPED.compareAndSet(false, true)) {
            CompletableFuture.runAsync(ClosedJobTest::stopExecution).join();
        }
        END.on(event);
    }

    private static void stopExecution() {
        STATES.get()
                .stopExecution(
                        request -> request.executionArn(executionArn(running())).cause("changed my mind"));
    }

    private static String executionArn(String name) {
        return Laptop.STATE_MACHINE_ARN.replace(":stateMachine:", ":execution:") + ":" + name;
    }

    private static String running() {
        return STATES.get()
                .listExecutions(request -> request.stateMachineArn(Laptop.STATE_MACHINE_ARN))
                .executions()
                .getFirst()
                .name();
    }

    /// Does what the rule of template.yaml does with the event that Step Functions sends, as if it had come again.
    private static void closeAgain(String name) throws IOException, InterruptedException {
        DescribeExecutionResponse ended = STATES.get().describeExecution(request -> request.executionArn(stopped));
        ObjectNode event = JSON.createObjectNode();
        event.put("source", "aws.states").put("detail-type", "Step Functions Execution Status Change");
        event.putObject("detail")
                .put("executionArn", stopped)
                .put("name", job)
                .put("status", ended.statusAsString())
                .put("startDate", ended.startDate().toEpochMilli())
                .put("stopDate", ended.stopDate().toEpochMilli())
                .put("input", ended.input());
        JsonNode target = Template.read().resource("StoppedJobs").at("/Properties/Targets/0");
        String input = event.at(
                        target.path("InputPath").asText().replace("$", "").replace('.', '/'))
                .toString();
        STATES.get()
                .startExecution(request ->
                        request.stateMachineArn(Laptop.CLOSING_ARN).name(name).input(input));
        END.of(name);
    }

    private static Bench.Ended report(String name) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        laptop.store().download("reports/" + job + "/", out);
        return new Bench.Ended(out);
    }

    @Test
    void theReportIsCompleteAndSaysHowTheJobEnded() throws IOException {
        JsonNode summary = closed.summary();

        assertThat(summary.path("state").asText()).isEqualTo("ABORTED");
        assertThat(summary.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(Arrays.stream(Status.values())
                        .mapToInt(status ->
                                summary.path("outcomes").path(status.name()).asInt())
                        .sum())
                .isEqualTo(ROWS);
        assertThat(closed.report()).hasSize(ROWS);
    }

    @Test
    void whatWasClaimedIsReportedAsClaimedAndNothingElse() throws IOException {
        List<String> inReport = closed.report().stream()
                .filter(row -> row.getField("outcome").equals("SUCCEEDED")
                        || row.getField("code").equals("FLOW_NOT_ATTACHED"))
                .map(row -> row.getField("phone_number"))
                .toList();

        assertThat(inReport).hasSizeBetween(10, ROWS - 1).hasSize(Math.toIntExact(claimsAtTheEnd));
        assertThat(SlowClaims.codes(closed.report())).containsOnlyKeys("DONE", "FLOW_NOT_ATTACHED", "JOB_STOPPED");
    }

    @Test
    void rowsThatWereNotBegunSayWhy() throws IOException {
        assertThat(closed.report())
                .filteredOn(row -> row.getField("code").equals("JOB_STOPPED"))
                .isNotEmpty()
                .allMatch(row -> row.getField("message").equals("the job ended before this row: changed my mind"));
    }

    @Test
    void theEndIsAnnouncedOnce() {
        assertThat(heardOf).isEqualTo(1);
        assertThat(news.path("jobId").asText()).isEqualTo(job);
        assertThat(news.path("state").asText()).isEqualTo("ABORTED");
        assertThat(news.path("cause").asText()).isEqualTo("changed my mind");
    }

    @Test
    void anEventThatComesTwiceClosesNothingTwiceAndARedriveGoesOn() throws IOException, InterruptedException {
        closeAgain("second");
        assertThat(laptop.news().events()).hasSize(1);

        STATES.get()
                .startExecution(request -> request.stateMachineArn(Laptop.STATE_MACHINE_ARN)
                        .name("redriven")
                        .input(STATES.get()
                                .describeExecution(of -> of.executionArn(stopped))
                                .input()));
        END.of("redriven");
        Bench.Ended redriven = report("redriven");

        assertThat(redriven.summary().path("state").asText()).isEqualTo("COMPLETED");
        assertThat(SlowClaims.codes(redriven.report())).containsOnlyKeys("DONE", "FLOW_NOT_ATTACHED");
        assertThat(SlowClaims.claims(laptop)).as("one claim a row").isEqualTo(ROWS);
    }
}
