package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.deploy.Template;
import io.numberferry.sandbox.statemachine.ExecutionEvent;
import io.numberferry.sandbox.statemachine.ExecutionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;

/// A job of which one batch is given up while claims are under way: between two of its workers the batch's part of the
/// plan cannot be read.
class GivenUpBatchTest {
    /// At a call every ten seconds a batch has 60, which one worker does not get done.
    private static final int ROWS = 70;

    private static final int IN_FIRST_BATCH = 60;

    /// A part of the plan.
    private record Part(String key, String rows) {}

    @TempDir
    private Path folder;

    private final AtomicReference<Optional<Part>> hidden = new AtomicReference<>(Optional.empty());
    private Laptop laptop;
    private S3Client files;
    private SfnClient states;

    @BeforeEach
    void start() throws IOException {
        laptop = SlowClaims.laptop(this::hidePlan);
        files = LaptopClients.of(laptop).s3();
        states = LaptopClients.of(laptop).stepFunctions();
    }

    @AfterEach
    void stop() {
        states.close();
        files.close();
        laptop.close();
    }

    /// From the first handing over to the end of the job.
    private void hidePlan(ExecutionEvent event) {
        if (event instanceof ExecutionEvent.StateEntered(var _, var _, String state, var _)
                && state.equals("Hand over")
                && hidden.get().isEmpty()) {
            CompletableFuture.runAsync(this::hide).join();
        }
        if (event instanceof ExecutionEvent.StatusChanged) {
            CompletableFuture.runAsync(this::show).join();
        }
    }

    private void hide() {
        S3Object part =
                files
                        .listObjectsV2(
                                request -> request.bucket(Laptop.OUTPUT_BUCKET).prefix("jobs/"))
                        .contents()
                        .stream()
                        .filter(object -> object.key().endsWith("/000001.jsonl"))
                        .findFirst()
                        .orElseThrow();
        String rows = files.getObject(
                        request -> request.bucket(Laptop.OUTPUT_BUCKET).key(part.key()), ResponseTransformer.toBytes())
                .asUtf8String();
        hidden.set(Optional.of(new Part(part.key(), rows)));
        put(part.key(), RequestBody.fromString("no plan\n"));
    }

    private void show() {
        hidden.get().ifPresent(part -> put(part.key(), RequestBody.fromString(part.rows())));
    }

    private void put(String key, RequestBody content) {
        files.putObject(request -> request.bucket(Laptop.OUTPUT_BUCKET).key(key), content);
    }

    private String submit(String manifest, String key) throws IOException, InterruptedException {
        return new Upload(laptop).submit(Files.writeString(folder.resolve("job.csv"), manifest), key, Map.of());
    }

    private Bench.Ended report(String job, String name) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        laptop.store().download("reports/" + job + "/", out);
        return new Bench.Ended(out);
    }

    @Test
    void itsRowsAreSettledByReadsAndTheirNumbersAreFree() throws IOException, InterruptedException {
        String job = submit(SlowClaims.manifest(ROWS, IN_FIRST_BATCH), "run/job.csv");
        ExecutionResult end = laptop.reported(job);
        Bench.Ended ended = report(job, "ended");

        assertThat(end)
                .isInstanceOfSatisfying(
                        ExecutionResult.Failed.class,
                        failed -> assertThat(failed.error()).contains("BatchesGivenUp"));
        assertThat(ended.summary().path("state").asText()).isEqualTo("FAILED");
        assertThat(ended.summary().path("cause").asText()).contains("jsonl");
        assertThat(SlowClaims.codes(ended.report())).containsOnlyKeys("DONE", "FLOW_NOT_ATTACHED", "JOB_STOPPED");
        assertThat(SlowClaims.codes(ended.report().subList(IN_FIRST_BATCH, ROWS)))
                .containsOnlyKeys("DONE");
        long claimed = SlowClaims.claims(laptop);
        assertThat(ended.report().stream().filter(row -> !row.getField("code").equals("JOB_STOPPED")))
                .hasSize(Math.toIntExact(claimed))
                .hasSizeBetween(20, ROWS - 1);

        String again = submit(ended.retry(), "run/again.csv");
        laptop.reported(again);

        assertThat(SlowClaims.codes(report(again, "again").report())).containsOnlyKeys("DONE");
        assertThat(SlowClaims.claims(laptop)).as("one claim a number").isEqualTo(ROWS);
    }

    @Test
    void itsEndIsAnnouncedOnceWithTheCause() throws IOException, InterruptedException {
        String job = submit(SlowClaims.manifest(ROWS, IN_FIRST_BATCH), "run/job.csv");
        laptop.reported(job);

        assertThat(laptop.news().events()).hasSize(1);
        JsonNode news =
                new ObjectMapper().readTree(laptop.news().events().getFirst().detail());
        assertThat(news.path("jobId").asText()).isEqualTo(job);
        assertThat(news.path("state").asText()).isEqualTo("FAILED");
        assertThat(news.path("cause").asText()).contains("jsonl");
    }

    @Test
    void startedAgainUnderAnotherNameItGoesOnWhereItWas() throws IOException, InterruptedException {
        String job = submit(SlowClaims.manifest(ROWS, IN_FIRST_BATCH), "run/job.csv");
        laptop.reported(job);
        String input = states.describeExecution(
                        request -> request.executionArn(StoppedJobs.executionArn(Laptop.STATE_MACHINE_ARN, job)))
                .input();
        states.startExecution(request ->
                request.stateMachineArn(Laptop.STATE_MACHINE_ARN).name("again").input(input));

        assertThat(laptop.reported("again")).isInstanceOf(ExecutionResult.Succeeded.class);
        assertThat(SlowClaims.codes(report(job, "again").report())).containsOnlyKeys("DONE", "FLOW_NOT_ATTACHED");
        assertThat(SlowClaims.claims(laptop)).as("one claim a row").isEqualTo(ROWS);
    }

    /// The rule of AWS and that of the laptop.
    @Test
    void theSameJobsAreLeftAloneHereAndThere() {
        assertThat(Template.read()
                        .resource("StoppedJobs")
                        .at("/Properties/EventPattern/detail/$or/1/error/0/anything-but")
                        .asText())
                .isEqualTo(StoppedJobs.WITH_REPORT);
    }
}
