package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.aws.Wire;
import io.numberferry.aws.storage.ObjectChangedException;
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
