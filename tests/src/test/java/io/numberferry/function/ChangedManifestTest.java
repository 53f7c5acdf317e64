package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.apply.Batch;
import io.numberferry.apply.Journal;
import io.numberferry.aws.Wire;
import io.numberferry.aws.storage.ObjectChangedException;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.PlannedItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A manifest that is replaced or deleted between the plan and a worker: nothing more is sent.
class ChangedManifestTest {
    private Deployment deployment;

    @BeforeEach
    void plan() throws IOException {
        deployment = new Deployment();
        upload(Files.readString(Path.of("events/mixed.csv")));
        Invocation.of(new PlanFunction(deployment.wiring()), event("plan.json"));
    }

    @AfterEach
    void stop() throws IOException {
        deployment.close();
    }

    private void upload(String content) {
        deployment
                .storage()
                .objects()
                .put(Storage.INPUT, "run/mixed.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String name) throws IOException {
        return Files.readString(Path.of("events", name));
    }

    @Test
    void aReplacedManifestStopsTheWorkerBeforeItsFirstCall() throws IOException {
        long calls = deployment.calls();
        upload("phone_number\n+12065550100\n");
        ApplyFunction worker = new ApplyFunction(deployment.wiring());
        String batch = event("apply.json");

        assertThatThrownBy(() -> Invocation.of(worker, batch))
                .isInstanceOf(ObjectChangedException.class)
                .hasMessage("s3://numberferry-input/run/mixed.csv was replaced after the job had begun; "
                        + "upload the file again to start a new job.");
        assertThat(deployment.calls()).isEqualTo(calls);
    }

    /// The worker that stored the intent may be alive, and its call on the way.
    @Test
    void aWorkerAtAReplacedManifestTakesNothingBack() throws IOException {
        JsonNode apply = Wire.json(event("apply.json"));
        BatchId id = new BatchId(
                new JobId(apply.path("job").asText()),
                Lane.ofLabel(apply.path("lane").asText()),
                apply.path("number").asInt());
        BatchReader reader =
                new BatchReader(deployment.wiring().files(), deployment.wiring().home());
        Batch batch = reader.batch(reader.plan(id.job()), id);
        PlannedItem claim = batch.items().getFirst();
        Journal journal = deployment.wiring().journal();
        Journal.Lease lease = journal.take(id, "the worker before");
        Journal.Entry intent = Journal.Entry.intent(
                claim.line(), ClientToken.of(id.job(), claim, 1), ClientToken.parametersHash(claim));
        assertThat(journal.intend(lease, intent)).isTrue();
        long calls = deployment.calls();
        upload("phone_number\n+12065550100\n");
        ApplyFunction worker = new ApplyFunction(deployment.wiring());

        assertThatThrownBy(() -> Invocation.of(worker, apply.toString())).isInstanceOf(ObjectChangedException.class);
        assertThat(journal.read(id)).containsExactly(intent);
        assertThat(deployment.calls()).isEqualTo(calls);
        assertThat(journal.accepted(lease, claim.line(), new NumberId("a1b2c3d4-0000-4000-8000-000000000001", "")))
                .as("the worker before has its row still")
                .isTrue();
    }

    @Test
    void theReportSaysWhyItsRowsWereNotSent() throws IOException {
        upload("phone_number\n+12065550100\n");
        String report = event("report.json")
                .replace("\"COMPLETED\"", "\"FAILED\"")
                .replace("\"cause\": \"\"", "\"cause\": \"the manifest was replaced\"");
        String prefix = Wire.json(Invocation.of(new ReportFunction(deployment.wiring()), report))
                .path("prefix")
                .asText();

        try (InputStream content = deployment.storage().objects().open(Storage.OUTPUT, prefix + "report.csv")) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("NOT_ATTEMPTED,JOB_STOPPED,the job ended before this row: the manifest was replaced")
                    .doesNotContain("SUCCEEDED");
        }
    }

    @Test
    void theSameContentAgainIsNoChange() throws IOException {
        upload(Files.readString(Path.of("events/mixed.csv")));

        assertThat(Wire.json(Invocation.of(new ApplyFunction(deployment.wiring()), event("apply.json")))
                        .path("remaining")
                        .asInt(-1))
                .isZero();
    }
}
