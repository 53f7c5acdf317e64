package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.aws.storage.ObjectChangedException;
import io.numberferry.domain.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The example inputs of events/, given to the handlers one after another, as the state machine would.
class HandlersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Deployment deployment;
    private static JsonNode plan;
    private static JsonNode apply;
    private static JsonNode report;

    private static List<String> logged;

    /// Of the manifest, without its header.
    private static int rows;

    @BeforeAll
    static void callThemAll() throws IOException {
        deployment = new Deployment();
        byte[] manifest = Files.readAllBytes(Path.of("events/mixed.csv"));
        deployment.storage().objects().put(Storage.INPUT, "run/mixed.csv", "text/csv", manifest);
        rows = Math.toIntExact(
                        new String(manifest, StandardCharsets.UTF_8).lines().count())
                - 1;
        Wiring wiring = deployment.wiring();
        try (LogLines log = new LogLines()) {
            plan = JSON.readTree(Invocation.of(new PlanFunction(wiring), event("plan.json")));
            apply = JSON.readTree(Invocation.of(new ApplyFunction(wiring), event("apply.json")));
            report = JSON.readTree(Invocation.of(new ReportFunction(wiring), event("report.json")));
            logged = log.lines();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        deployment.close();
    }

    private static String event(String name) throws IOException {
        return Files.readString(Path.of("events", name));
    }

    private static JsonNode json(String name) throws IOException {
        return JSON.readTree(event(name));
    }

    /// The state machine adds the list to every input.
    private static ObjectNode withoutAllowList(JsonNode batch) {
        return ((ObjectNode) batch).without("allowed");
    }

    private static String output(String key) throws IOException {
        try (InputStream content = deployment.storage().objects().open(Storage.OUTPUT, key)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void thePlanNamesTheLanesThatHaveSomethingToDo() throws IOException {
        String job = json("apply.json").path("job").asText();

        assertThat(plan.path("jobId").asText()).isEqualTo(job);
        assertThat(plan.path("rows").asInt()).isEqualTo(rows);
        assertThat(plan.path("toDo").asInt()).isBetween(1, rows - 1);
        assertThat(plan.path("lanes")).isEqualTo(JSON.readTree("""
                        [{"lane": "chime-us-west-2", "bucket": "numberferry-output",
                          "batchesKey": "jobs/JOB/plans/aaaaaaaa-0000-4000-8000-000000000001/batches/chime-us-west-2.json",
                          "batches": 1, "workers": 1, "toleratedBatches": 100},
                         {"lane": "connect-us-west-2", "bucket": "numberferry-output",
                          "batchesKey": "jobs/JOB/plans/aaaaaaaa-0000-4000-8000-000000000001/batches/connect-us-west-2.json",
                          "batches": 1, "workers": 1, "toleratedBatches": 100}]
                        """.replace("JOB", job)));
    }

    @Test
    void theApplyEventIsWhatTheMapGivesItsFirstChildForWhicheverPlanCounts() throws IOException {
        String list = output(plan.at("/lanes/1/batchesKey").asText());
        ObjectNode given = (ObjectNode) JSON.readTree(list).path(0);

        assertThat(given.remove("key").asText()).endsWith("/connect-us-west-2/000001.jsonl");
        assertThat(given).isEqualTo(withoutAllowList(json("apply.json")));
    }

    @Test
    void aBatchComesBackWithWhatRemains() throws IOException {
        ObjectNode done = withoutAllowList(json("apply.json"));

        assertThat(apply).isEqualTo(done.put("remaining", 0));
    }

    @Test
    void theReportCountsEveryRowOnce() {
        assertThat(report.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(report.path("cause").asText()).isEmpty();
        assertThat(report.path("prefix").asText())
                .isEqualTo("reports/" + plan.path("jobId").asText() + "/");
        assertThat(Arrays.stream(Status.values())
                        .mapToInt(status ->
                                report.path("outcomes").path(status.name()).asInt(-1000))
                        .sum())
                .isEqualTo(rows);
        assertThat(report.at("/outcomes/SUCCEEDED").asInt()).isPositive();
        assertThat(report.at("/outcomes/NOT_ATTEMPTED").asInt())
                .as("the lane of Chime was left out")
                .isPositive();
    }

    @Test
    void theReportIsSixFiles() throws IOException {
        String prefix = report.path("prefix").asText();
        for (String file :
                new String[] {"report.csv", "retry.csv", "failed.csv", "undo.csv", "summary.json", "index.html"}) {
            assertThat(output(prefix + file)).as(file).isNotEmpty();
        }
        assertThat(output(prefix + "report.csv").lines()).hasSize(rows + 1);
        assertThat(JSON.readTree(output(prefix + "summary.json")).path("jobId")).isEqualTo(plan.path("jobId"));
    }

    @Test
    void theSameReportIsMadeAgain() throws IOException {
        String prefix = report.path("prefix").asText();
        String before = output(prefix + "summary.json");
        String again = Invocation.of(new ReportFunction(deployment.wiring()), event("report.json"));

        assertThat(JSON.readTree(again)).isEqualTo(report);
        assertThat(output(prefix + "summary.json")).isEqualTo(before);
    }

    @Test
    void aBatchThatIsDoneIsNotDoneAgain() throws IOException {
        long calls = deployment.calls();
        String again = Invocation.of(new ApplyFunction(deployment.wiring()), event("apply.json"));

        assertThat(JSON.readTree(again)).isEqualTo(apply);
        assertThat(deployment.calls()).isEqualTo(calls);
    }

    @Test
    void theLogTellsTheJobInEveryLineAndNoNumber() {
        assertThat(logged)
                .hasSize(6)
                .allMatch(
                        line -> line.contains("\"job\":\"" + plan.path("jobId").asText() + "\""))
                .noneMatch(line -> line.matches("(?s).*\\d{3}555\\d{4}.*"));
        assertThat(logged.get(3))
                .contains("\"message\":\"ended\"", "\"lane\":\"connect-us-west-2\"", "\"remaining\":0");
    }

    @Test
    void anObjectThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Invocation.of(new PlanFunction(deployment.wiring()), """
            {"bucket": "numberferry-input", "key": "run/gone.csv", "startedAt": "2026-03-01T09:00:00Z",
             "allowed": {"targets": "*"}}
            """))
                .isInstanceOf(NoManifestException.class)
                .hasMessage(
                        "there is no object s3://numberferry-input/run/gone.csv: upload it again, or correct the key");
    }

    @Test
    void anObjectThatWasReplacedIsNamed() {
        assertThatThrownBy(() -> Invocation.of(new PlanFunction(deployment.wiring()), """
            {"bucket": "numberferry-input", "key": "run/mixed.csv", "etag": "0123456789abcdef",
             "startedAt": "2026-03-01T09:00:00Z", "allowed": {"targets": "*"}}
            """))
                .isInstanceOf(ObjectChangedException.class)
                .hasMessage("s3://numberferry-input/run/mixed.csv was replaced after the job had begun; "
                        + "upload the file again to start a new job.");
    }

    @Test
    void aSettingThatAJobDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> Invocation.of(new PlanFunction(deployment.wiring()), """
            {"bucket": "numberferry-input", "key": "run/mixed.csv", "startedAt": "2026-03-01T09:00:00Z",
             "settings": {"speed": "11"}, "allowed": {"targets": "*"}}
            """))
                .isInstanceOf(JobSettingsException.class)
                .hasMessageStartingWith("a job has no setting speed: use one of allowforce, ");
    }

    @Test
    void aJobWithoutAPlanIsReportedWithItsCause() throws IOException {
        JsonNode answer = JSON.readTree(Invocation.of(new ReportFunction(deployment.wiring()), """
            {"manifest": {"bucket": "numberferry-input", "key": "run/gone.csv", "etag": "00",
                          "startedAt": "2026-03-01T09:00:00Z"},
             "state": "FAILED", "error": "io.numberferry.function.NoManifestException",
             "cause": "{\\"errorMessage\\": \\"there is no object\\", \\"errorType\\": \\"X\\"}",
             "endedAt": "2026-03-01T09:00:05Z"}
            """));

        assertThat(answer.path("state").asText()).isEqualTo("FAILED");
        assertThat(answer.path("cause").asText()).isEqualTo("there is no object");
        assertThat(answer.path("outcomes")).allMatch(count -> count.asInt() == 0);
        assertThat(output(answer.path("prefix").asText() + "summary.json")).contains("there is no object");
    }

    @Test
    void aBatchOfAJobWithoutAPlanIsRefused() {
        String job = "0123456789abcdef0123456789abcdef";
        assertThatThrownBy(() -> Invocation.of(new ApplyFunction(deployment.wiring()), """
            {"job": "%s", "lane": "connect-us-west-2", "number": 1, "rows": 1, "key": "x"}
            """.formatted(job)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("job " + job + " has no plan");
    }
}
