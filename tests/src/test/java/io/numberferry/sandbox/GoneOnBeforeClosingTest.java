package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.sandbox.statemachine.ExecutionEvent;
import io.numberferry.sandbox.statemachine.ExecutionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;

/// A job that is started again under another name, and whose first execution is stopped, before that one is closed.
class GoneOnBeforeClosingTest {
    /// More than one worker gets done at a call every ten seconds.
    private static final int ROWS = 70;

    private static final String AGAIN = "again";

    @TempDir
    private static Path folder;

    private static final JobEnd END = new JobEnd();
    private static final AtomicReference<SfnClient> STATES = new AtomicReference<>();
    private static final AtomicBoolean STOPPED = new AtomicBoolean();
    private static final CompletableFuture<Void> GOES_ON = new CompletableFuture<>();

    private static Laptop laptop;
    private static String job;
    private static ExecutionResult first;
    private static ExecutionResult second;

    @BeforeAll
    static void startAgainAndStop() throws IOException, InterruptedException {
        laptop = SlowClaims.laptop(GoneOnBeforeClosingTest::startAgainAtHandOver);
        STATES.set(LaptopClients.of(laptop).stepFunctions());
        job = SlowClaims.upload(laptop, folder, ROWS);
        second = END.of(AGAIN);
        first = laptop.reported(job);
    }

    @AfterAll
    static void stop() {
        STATES.get().close();
        laptop.close();
    }

    /// The worker of the first execution has answered, so nobody is at work when the second one begins.
    private static void startAgainAtHandOver(ExecutionEvent event) {
        if (event instanceof ExecutionEvent.StateExited(String execution, var _, String state)
                && state.equals("Plan")
                && execution.endsWith(":" + AGAIN)) {
            GOES_ON.complete(null);
        }
        if (event instanceof ExecutionEvent.StateEntered(var _, var _, String state, var _)
                && state.equals("Hand over")
                && STOPPED.compareAndSet(false, true)) {
            CompletableFuture.runAsync(GoneOnBeforeClosingTest::startAgain).join();
            GOES_ON.join();
            CompletableFuture.runAsync(() -> STATES.get().stopExecution(request -> request.executionArn(firstArn())))
                    .join();
        }
        END.on(event);
    }

    private static void startAgain() {
        String input = STATES.get()
                .describeExecution(request -> request.executionArn(firstArn()))
                .input();
        STATES.get()
                .startExecution(request -> request.stateMachineArn(Laptop.STATE_MACHINE_ARN)
                        .name(AGAIN)
                        .input(input));
    }

    private static String firstArn() {
        return STATES.get()
                .listExecutions(request -> request.stateMachineArn(Laptop.STATE_MACHINE_ARN))
                .executions()
                .getLast()
                .executionArn();
    }

    @Test
    void theReportIsThatOfTheExecutionThatWentOn() throws IOException {
        Path out = Files.createDirectories(folder.resolve("report"));
        laptop.store().download("reports/" + job + "/", out);
        Bench.Ended report = new Bench.Ended(out);

        assertThat(first).isInstanceOf(ExecutionResult.Aborted.class);
        assertThat(second).isInstanceOf(ExecutionResult.Succeeded.class);
        assertThat(report.summary().path("state").asText()).isEqualTo("COMPLETED");
        assertThat(SlowClaims.codes(report.report())).containsExactly(Map.entry("DONE", (long) ROWS));
    }

    @Test
    void theEndIsAnnouncedOnce() throws IOException {
        List<String> details =
                laptop.news().events().stream().map(event -> event.detail()).toList();

        assertThat(details).hasSize(1);
        JsonNode news = new ObjectMapper().readTree(details.getFirst());
        assertThat(news.path("jobId").asText()).isEqualTo(job);
        assertThat(news.path("state").asText()).isEqualTo("COMPLETED");
    }
}
