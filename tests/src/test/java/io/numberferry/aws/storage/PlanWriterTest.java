package io.numberferry.aws.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlanWriterTest {
    private static final String ATTEMPT = "attempt-1";

    private static S3OnLoopback s3;
    private static S3Objects objects;
    private static PlanFiles files;

    private final Job job = Samples.newJob();

    @BeforeAll
    static void start() throws Exception {
        s3 = new S3OnLoopback();
        objects = new S3Objects(s3.client(), Optional.empty());
        files = new PlanFiles(objects, Samples.BUCKET);
    }

    @AfterAll
    static void stop() throws Exception {
        s3.stop();
    }

    private PlanHeader plan() {
        return files.header(job.id()).orElseThrow();
    }

    private BatchId batch(Lane lane, int number) {
        return Samples.batch(job, lane, number);
    }

    private String text(String key) throws IOException {
        try (InputStream content = objects.open(Samples.BUCKET, "jobs/" + job.id() + "/" + key)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    @Test
    void thePlanIsReadable() throws IOException {
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            writer.planned(batch(Samples.CONNECT, 1), Samples.planned(2, new Standing.Absent()));
            writer.planned(batch(Samples.CONNECT, 2), Samples.planned(3));
            writer.settled(Samples.settled(4, Outcome.of(Reason.DRY_RUN, "")));
            Samples.complete(writer);
        }
        String id = job.id().value();

        assertThat(text("plans/attempt-1/batches/connect-us-west-2.json")).isEqualTo("""
                        [{"job":"%1$s","lane":"connect-us-west-2","number":1,"rows":1,\
                        "key":"jobs/%1$s/plans/attempt-1/connect-us-west-2/000001.jsonl"},\
                        {"job":"%1$s","lane":"connect-us-west-2","number":2,"rows":1,\
                        "key":"jobs/%1$s/plans/attempt-1/connect-us-west-2/000002.jsonl"}]""".formatted(id));
        assertThat(text("plans/attempt-1/connect-us-west-2/000001.jsonl")).isEqualTo("""
                        {"line":2,"cells":["+12065550100","a, \\"b\\"\\n•"],\
                        "standing":{"kind":"ABSENT"}}
                        """);
        assertThat(text("plans/attempt-1/settled.jsonl")).isEqualTo("""
                        {"line":4,"cells":["+12065550101","fine"],"outcome":{"reason":"DRY_RUN","message":"",\
                        "advice":"This was a dry run: upload the file to run/ to do it.",\
                        "attempts":0,"before":"","after":""}}
                        """);
        assertThat(text("plan.json")).isEqualTo("""
                        {"job":{"id":"%s","startedAt":"2026-03-01T12:00:00.500Z","bucket":"uploads",\
                        "key":"run/a.csv","versionId":"%s","etag":"etag","size":1234,"dryRun":false,\
                        "onRejection":"CONTINUE","allowRelease":false,\
                        "rails":{"mostRows":1000000,"allowForce":false,"canary":0,"toleratedBatches":100}},\
                        "attempt":"attempt-1","columns":["phone_number","note"],\
                        "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",\
                        "lanes":[{"lane":"connect-us-west-2","batches":2,"rows":2}],"settled":1,"calls":{},\
                        "estimate":{"seconds":90,"words":"about 90 seconds"},"warnings":[]}""".formatted(id, job.manifest().version()));
    }

    /// @return the plan that counts then
    private PlanHeader planned(String attempt, Optional<PlanFiles.Found> instead) {
        try (PlanWriter writer = files.write(job, attempt, instead)) {
            writer.planned(batch(Samples.CONNECT, 1), Samples.planned(2));
            return Samples.complete(writer);
        }
    }

    @Test
    void anAttemptThatComesLateLeavesThePlanAsItIs() throws IOException {
        planned(ATTEMPT, Optional.empty());
        String first = text("plan.json");

        assertThat(planned("attempt-2", Optional.empty()).attempt()).isEqualTo(ATTEMPT);
        assertThat(text("plan.json")).isEqualTo(first);
        assertThat(text("plans/attempt-2/connect-us-west-2/000001.jsonl"))
                .as("in a folder of its own")
                .isEqualTo(text("plans/attempt-1/connect-us-west-2/000001.jsonl"));
    }

    @Test
    void aPlanIsReplacedOnlyByWhoKnowsIt() {
        planned(ATTEMPT, Optional.empty());
        Optional<PlanFiles.Found> first = files.find(job.id());

        assertThat(planned("attempt-2", first).attempt()).isEqualTo("attempt-2");
        assertThat(planned("attempt-3", first).attempt()).isEqualTo("attempt-2");
        assertThat(files.header(job.id()).orElseThrow().attempt()).isEqualTo("attempt-2");
    }

    @Test
    void thePaceOfAPlanIsChangedOnlyByWhoKnowsIt() {
        planned(ATTEMPT, Optional.empty());
        PlanFiles.Found first = files.find(job.id()).orElseThrow();
        planned("attempt-2", Optional.of(first));

        assertThat(files.change(first, job.settings()).attempt()).isEqualTo("attempt-2");
    }

    @Test
    void aPlanWithoutRowsIsAPlan() {
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            Samples.complete(writer);
        }

        assertThat(files.header(job.id()).orElseThrow().rows()).isZero();
        try (Stream<Settled> read = files.settled(plan(), Samples::parse)) {
            assertThat(read).isEmpty();
        }
    }

    @Test
    void aPlanThatWasNotCompletedIsNone() {
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            writer.planned(batch(Samples.CONNECT, 1), Samples.planned(2));
            writer.planned(batch(Samples.CONNECT, 2), Samples.planned(3));
            writer.settled(Samples.settled(4, Outcome.of(Reason.ALREADY_DONE, "")));
        }

        assertThat(files.header(job.id())).isEmpty();
        PlanHeader other = new PlanHeader(
                job, ATTEMPT, Samples.COLUMNS, "", List.of(), 0, Map.of(), Samples.estimate(), List.of());
        assertThatThrownBy(() -> files.planned(other, batch(Samples.CONNECT, 2), Samples::parse))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageStartingWith(
                        "s3://unversioned/jobs/%s/plans/attempt-1/connect-us-west-2/000002.jsonl could not be read: "
                                .formatted(job.id()));
    }

    @Test
    void rowsComeInTheOrderOfTheirLines() {
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            writer.planned(batch(Samples.CONNECT, 1), Samples.planned(3));
            assertThatThrownBy(() -> writer.planned(batch(Samples.CONNECT, 1), Samples.planned(3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rows are written in the order of their lines, but 3 came after 3");
        }
    }

    @Test
    void batchesComeOneAfterTheOther() {
        try (PlanWriter writer = files.write(job, ATTEMPT, Optional.empty())) {
            assertThatThrownBy(() -> writer.planned(batch(Samples.CONNECT, 2), Samples.planned(3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lane connect-us-west-2 goes on with batch 1, not 2");
            BatchId foreign = new BatchId(new JobId("0".repeat(32)), Samples.CONNECT, 1);
            assertThatThrownBy(() -> writer.planned(foreign, Samples.planned(3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a plan of job %s has no batch %s".formatted(job.id(), foreign.key()));
        }
    }
}
