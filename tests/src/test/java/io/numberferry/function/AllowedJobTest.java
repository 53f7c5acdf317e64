package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A deployment that may use one instance of the account, and nothing of Chime SDK Voice.
class AllowedJobTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTANCE =
            "arn:aws:connect:us-west-2:111122223333:instance/b0a7b0a7-0001-4000-8000-000000000001";

    private Deployment deployment;

    @BeforeEach
    void upload() throws IOException {
        deployment = new Deployment();
        byte[] manifest = Files.readAllBytes(Path.of("events/mixed.csv"));
        deployment.storage().objects().put(Storage.INPUT, "run/mixed.csv", "text/csv", manifest);
    }

    @AfterEach
    void stop() throws IOException {
        deployment.close();
    }

    private static String event(String name, String targets) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(Files.readString(Path.of("events", name)));
        event.putObject("allowed").put("targets", targets).put("chime", "false");
        return event.toString();
    }

    private JsonNode plan(String targets) throws IOException {
        return JSON.readTree(Invocation.of(new PlanFunction(deployment.wiring()), event("plan.json", targets)));
    }

    private List<String> report() throws IOException {
        String answer = Invocation.of(
                new ReportFunction(deployment.wiring()), Files.readString(Path.of("events", "report.json")));
        String key = JSON.readTree(answer).path("prefix").asText() + "report.csv";
        try (InputStream content = deployment.storage().objects().open(Storage.OUTPUT, key)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void rowsThatNameAnotherTargetAreRejectedAndTheRestIsPlanned() throws IOException {
        JsonNode plan = plan(INSTANCE);

        assertThat(plan.path("toDo").asInt()).isPositive();
        assertThat(plan.path("lanes")).hasSize(1);
        assertThat(report())
                .anyMatch(row -> row.contains("REJECTED,TARGET_NOT_ALLOWED,\"line 7, column target: "
                        + "b0a7b0a7-0002-4000-8000-000000000002 is not among the targets"))
                .anyMatch(row -> row.contains("this deployment may not use numbers of Amazon Chime SDK Voice"));
    }

    @Test
    void whereNothingIsAllowedNoServiceIsAsked() throws IOException {
        assertThat(plan("").path("toDo").asInt()).isZero();
        assertThat(deployment.calls()).isZero();
    }

    @Test
    void aWorkerRefusesWhatAnotherDeploymentPlanned() throws IOException {
        plan("*");
        long calls = deployment.calls();
        JsonNode done = JSON.readTree(Invocation.of(new ApplyFunction(deployment.wiring()), event("apply.json", "")));

        assertThat(done.path("remaining").asInt()).isZero();
        assertThat(deployment.calls()).isEqualTo(calls);
        assertThat(report().stream().filter(row -> row.contains(",REJECTED,TARGET_NOT_ALLOWED,")))
                .hasSize(11);
    }
}
