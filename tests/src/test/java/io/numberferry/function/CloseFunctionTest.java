package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.aws.Wire;
import io.numberferry.aws.executions.ExecutionUnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is to be done about an execution, by what Step Functions says of it.
class CloseFunctionTest {
    private Deployment deployment;
    private CloseFunction function;

    @BeforeEach
    void start() throws IOException {
        deployment = new Deployment();
        function = new CloseFunction(deployment.wiring());
    }

    @AfterEach
    void stop() throws IOException {
        deployment.close();
    }

    private JsonNode close() throws IOException {
        return Wire.json(Invocation.of(function, Files.readString(Path.of("events/close.json"))));
    }

    private void failed(String error) {
        deployment.stepFunctions().answers(200, """
                {"executionArn": "x", "stateMachineArn": "y", "status": "FAILED", "startDate": 0, "stopDate": 60,
                 "input": "{\\"bucket\\": \\"numberferry-input\\", \\"key\\": \\"run/gone.csv\\", \\"etag\\": \\"00\\"}",
                 "error": "%s", "cause": "enough"}
                """.formatted(error));
    }

    @Test
    void aJobThatFailedBeforeAnyRowCouldBeginHasItsReport() throws IOException {
        String made = new ObjectMapper()
                .readTree(Path.of("statemachine/job.asl.json").toFile())
                .at("/States/Job failed/Error")
                .asText();
        failed(made);
        assertThat(close().path("next").asText()).isEqualTo("NOTHING");

        failed("BatchesGivenUp");
        assertThat(close().path("next").asText()).isEqualTo("REPORT");
    }

    @Test
    void aDeploymentSaysHowLongItsFunctionsWork() {
        assertThatThrownBy(() -> new CloseFunction(Wiring.from(SettingsTest.COMPLETE, new SystemTimeline())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment is not complete: WORKERS_GONE_SECONDS is not set");
    }

    /// @param stopped how long ago; as Step Functions tells time, in seconds
    private void execution(String status, Duration stopped) {
        long stop = deployment.wiring().now().minus(stopped).getEpochSecond();
        deployment.stepFunctions().answers(200, """
                {"executionArn": "x", "stateMachineArn": "y", "status": "%s", "startDate": %d, %s
                 "input": "{\\"bucket\\": \\"numberferry-input\\", \\"key\\": \\"run/gone.csv\\", \\"etag\\": \\"00\\"}",
                 "cause": "enough"}
                """.formatted(
                        status, stop - 60, status.equals("RUNNING") ? "" : "\"stopDate\": " + stop + ","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUNNING", "PENDING_REDRIVE", "SUCCEEDED"})
    void aJobThatGoesOnOrHasSucceededIsLeftAlone(String status) throws IOException {
        execution(status, Duration.ofHours(1));

        assertThat(close().path("next").asText()).isEqualTo("NOTHING");
    }

    @Test
    void aJobIsLeftAloneUntilItsWorkersMustBeGone() throws IOException {
        execution("ABORTED", Duration.ofMinutes(14));
        JsonNode answer = close();

        assertThat(answer.path("next").asText()).isEqualTo("WAIT");
        assertThat(Duration.between(
                        deployment.wiring().now(),
                        Instant.parse(answer.path("resumeAt").asText())))
                .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(121));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABORTED", "TIMED_OUT", "FAILED"})
    void afterThatItsReportIsMadeWithTheStateThatItEndedIn(String status) throws IOException {
        execution(status, Duration.ofMinutes(17));
        JsonNode answer = close();

        assertThat(answer.path("next").asText()).isEqualTo("REPORT");
        assertThat(answer.at("/report/state").asText()).isEqualTo(status);
        assertThat(answer.at("/report/cause").asText()).isEqualTo("enough");
        assertThat(answer.at("/report/manifest/key").asText()).isEqualTo("run/gone.csv");
        JsonNode report = Wire.json(Invocation.of(
                new ReportFunction(deployment.wiring()), answer.path("report").toString()));
        assertThat(report.path("state").asText()).isEqualTo(status);
    }

    /// The report of a closing that was redriven can be days later than its last settling.
    @Test
    void aJobThatWentOnAfterAllWasSettledGetsNoReportOfTheEarlierEnd() throws IOException {
        execution("ABORTED", Duration.ofMinutes(17));
        String report = close().path("report").toString();
        execution("RUNNING", Duration.ZERO);

        assertThatThrownBy(() -> Invocation.of(new ReportFunction(deployment.wiring()), report))
                .isInstanceOf(LaterEndException.class)
                .hasMessageMatching("job [0-9a-f]{32} goes on, or has ended again");
        String prefix = "reports/"
                + deployment.wiring().finder().findEvenIfGone(manifest()).id() + "/";
        assertThat(deployment.storage().objects().exists(Storage.OUTPUT, prefix + "summary.json"))
                .isFalse();
    }

    private static PlanRequest manifest() {
        return new PlanRequest(
                "numberferry-input", "run/gone.csv", null, "00", Instant.EPOCH.toString(), null, null, null, false);
    }

    @Test
    void aReportIsLookedAtOnceMoreBeforeItCounts() throws IOException {
        execution("ABORTED", Duration.ofMinutes(17));
        String report = close().path("report").toString();
        int before = deployment.stepFunctions().requests().size();
        Invocation.of(new ReportFunction(deployment.wiring()), report);

        assertThat(deployment.stepFunctions().requests()).hasSize(before + 2);
    }

    @Test
    void anotherExecutionDoesNotCloseTheSameEnd() throws IOException {
        execution("ABORTED", Duration.ofMinutes(17));
        close();
        String other = Files.readString(Path.of("events/close.json")).replace("b0a7b0a7-c105", "b0a7b0a7-c106");

        assertThat(Wire.json(Invocation.of(function, other)).path("next").asText())
                .isEqualTo("NOTHING");
        assertThat(close().path("next").asText())
                .as("the one that began may go on")
                .isEqualTo("REPORT");
    }

    @Test
    void aJobThatIsStoppedAgainAfterARedriveIsClosedAgain() throws IOException {
        execution("ABORTED", Duration.ofHours(2));
        close();
        execution("ABORTED", Duration.ofMinutes(17));
        String other = Files.readString(Path.of("events/close.json")).replace("b0a7b0a7-c105", "b0a7b0a7-c106");

        assertThat(Wire.json(Invocation.of(function, other)).path("next").asText())
                .isEqualTo("REPORT");
    }

    @Test
    void stepFunctionsOutOfReachIsWorthAskingAgain() {
        deployment.stepFunctions().answers(400, "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}");

        assertThatThrownBy(this::close).isInstanceOf(ExecutionUnreadableException.class);
    }

    @Test
    void anExecutionThatDoesNotExistIsNamed() {
        deployment.stepFunctions().answers(400, "{\"__type\": \"ExecutionDoesNotExist\", \"message\": \"no\"}");

        assertThatThrownBy(this::close)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no execution arn:aws:states:");
    }
}
