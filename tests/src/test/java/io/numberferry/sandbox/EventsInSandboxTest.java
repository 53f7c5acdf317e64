package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.sandbox.simulator.world.World;
import io.numberferry.sandbox.statemachine.InvocationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each function with its file of events/, as it is, against the services of `./ferry sandbox`: what the lines of
/// `sam local invoke` in README.md and docs/OPERATIONS.md do, but for the container.
class EventsInSandboxTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JobEnd end = new JobEnd();
    private Laptop laptop;

    @BeforeEach
    void start() throws IOException {
        laptop = Laptop.start(
                new Laptop.Setup(
                        Path.of("").toAbsolutePath(),
                        World.read(Path.of("events/world.json")),
                        Optional.empty(),
                        1,
                        Endpoints.from(Map.of()),
                        new LeapingTime()),
                end);
        laptop.store().upload(Path.of("events/mixed.csv"), "run/mixed.csv", Map.of());
    }

    @AfterEach
    void stop() {
        laptop.close();
    }

    private JsonNode invoke(String function, String event) throws IOException, InterruptedException {
        InvocationResult result = laptop.functions().invoke(function, Files.readString(Path.of("events", event)));
        assertThat(result).as(event).isInstanceOf(InvocationResult.Returned.class);
        return JSON.readTree(((InvocationResult.Returned) result).payload());
    }

    @Test
    void planApplyAndReportAreStepsOfOneJob() throws Exception {
        JsonNode plan = invoke("PlanFunction", "plan.json");
        JsonNode batch = invoke("ApplyFunction", "apply.json");
        JsonNode report = invoke("ReportFunction", "report.json");

        assertThat(plan.path("jobId")).isEqualTo(batch.path("job"));
        assertThat(batch.path("remaining").asInt(-1)).isZero();
        assertThat(report.path("jobId")).isEqualTo(plan.path("jobId"));
        assertThat(report.at("/outcomes/SUCCEEDED").asInt()).isPositive();
    }

    @Test
    void submitStartsTheJobAndCloseFindsItEnded() throws Exception {
        JsonNode submitted = invoke("SubmitFunction", "submit.json");
        String job = JSON.readTree(Files.readString(Path.of("events/apply.json")))
                .path("job")
                .asText();

        assertThat(submitted.toString()).contains(job);
        end.of(job);
        assertThat(invoke("CloseFunction", "close.json").path("next").asText()).isEqualTo("NOTHING");
    }

    @Test
    void exportWritesTheAccountsNumbers() throws Exception {
        JsonNode export = invoke("ExportFunction", "export.json");

        assertThat(export.path("numbers").asInt()).isPositive();
        assertThat(laptop.store().exists(export.path("key").asText())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SubmitFunction, submit.json",
        "PlanFunction, plan.json",
        "ApplyFunction, apply.json",
        "ReportFunction, report.json",
        "CloseFunction, close.json",
        "ExportFunction, export.json"
    })
    void theReadmeHasTheLineForEachFunction(String function, String event) throws IOException {
        String line = "sam local invoke " + function + " --env-vars out/local.env.json --event events/" + event;

        assertThat(Files.readString(Path.of("README.md"))).contains(line);
        assertThat(Files.readString(Path.of("docs/OPERATIONS.md"))).contains(line);
    }
}
