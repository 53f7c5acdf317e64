package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.aws.Wire;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.JobId;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.ManifestRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same file, started again with other settings.
class RestartedByHandTest {
    private static final String SETTINGS = "\"tolerated-batches\": \"100\"";

    private Deployment deployment;
    private JsonNode first;

    @BeforeEach
    void planAsUploaded() throws IOException {
        deployment = new Deployment();
        deployment
                .storage()
                .objects()
                .put(Storage.INPUT, "run/mixed.csv", "text/csv", Files.readAllBytes(Path.of("events/mixed.csv")));
        first = planned(SETTINGS);
    }

    @AfterEach
    void stop() throws IOException {
        deployment.close();
    }

    private JsonNode planned(String settings) throws IOException {
        String event = Files.readString(Path.of("events/plan.json")).replace(SETTINGS, settings);
        return Wire.json(Invocation.of(new PlanFunction(deployment.wiring()), event));
    }

    private static String job(JsonNode plan) {
        return plan.path("jobId").asText();
    }

    @Test
    void settingsThatGiveRowsAnotherMeaningMakeAnotherJob() throws IOException {
        String other = job(planned("\"country\": \"GB\""));

        assertThat(other).isNotEqualTo(job(first));
        assertThat(job(planned("\"Country\": \"gb\""))).isEqualTo(other);
        assertThat(job(planned("\"allow-release\": \"true\""))).isNotIn(other, job(first));
        assertThat(job(planned("\"canary\": \"2\""))).isNotIn(other, job(first));
    }

    @Test
    void settingsOfThePaceAloneGoOnByTheSamePlan() throws IOException {
        long calls = deployment.calls();
        JsonNode slower = planned("\"window\": \"22:00-06:00 UTC\", \"tolerated-batches\": \"10\"");

        assertThat(job(slower)).isEqualTo(job(first));
        assertThat(slower.at("/lanes/0/toleratedBatches").asInt()).isEqualTo(10);
        assertThat(deployment.calls()).isEqualTo(calls);
        assertThat(deployment
                        .wiring()
                        .files()
                        .header(new JobId(job(first)))
                        .orElseThrow()
                        .job()
                        .settings()
                        .rails()
                        .window())
                .isPresent();
    }

    private Set<String> goingOn() {
        return deployment.wiring().closings().executions(new JobId(job(first)));
    }

    @Test
    void everyExecutionThatGoesOnWithAJobIsNoted() throws IOException {
        assertThat(goingOn()).as("asked by nobody").isEmpty();

        planned(SETTINGS + "}, \"execution\": \"one\", \"more\": {");
        planned(SETTINGS + "}, \"execution\": \"two\", \"more\": {");
        planned(SETTINGS + "}, \"execution\": \"one\", \"more\": {");

        assertThat(goingOn()).containsExactlyInAnyOrder("one", "two");
    }

    /// Until then, what an earlier execution began is settled by its closing.
    @Test
    void anExecutionThatWaitsForAYesGoesOnWhenItHasIt() throws IOException {
        String asks = SETTINGS + ", \"approval-hours\": \"1\"}, \"execution\": \"one\", ";
        planned(asks + "\"approved\": false, \"more\": {");
        assertThat(goingOn()).isEmpty();

        planned(asks + "\"approved\": true, \"more\": {");
        assertThat(goingOn()).containsExactly("one");
    }

    /// As where the same bytes were uploaded again with other metadata, and the bucket keeps no versions.
    private PlanHeader planOfAnotherMeaning() {
        PlanFiles files = deployment.wiring().files();
        return files.change(
                files.find(new JobId(job(first))).orElseThrow(),
                new JobSettings(
                        Optional.empty(), Optional.empty(), true, OnRejection.CONTINUE, false, Optional.empty()));
    }

    @Test
    void aYesIsForThePlanThatWasShownAlone() {
        planOfAnotherMeaning();

        assertThatThrownBy(() -> planned(SETTINGS
                        + ", \"approval-hours\": \"1\"}, \"execution\": \"one\", \"approved\": true, \"more\": {"))
                .isInstanceOf(PlanChangedException.class)
                .hasMessage("job " + job(first) + " has another plan by now than the one that this was about: it was"
                        + " started with other settings since");
        assertThat(goingOn()).isEmpty();
    }

    @Test
    void aWorkerTakesNoRowsButThoseThatWereHandedOut() {
        PlanHeader plan =
                deployment.wiring().files().header(new JobId(job(first))).orElseThrow();
        String own = PlanFiles.rows(plan, batch(null).id());

        batch(own).requireOf(plan);
        batch(null).requireOf(plan);
        assertThatThrownBy(() -> batch(own.replace("/plans/", "/plans/other-")).requireOf(plan))
                .isInstanceOf(PlanChangedException.class);
    }

    private ApplyRequest batch(@Nullable String key) {
        return new ApplyRequest(job(first), "connect-us-west-2", 1, 11, key, 0, null, null, null);
    }

    @Test
    void aStartIsAnsweredByItsOwnPaceWhateverOthersWroteIntoThePlan() throws IOException {
        planned(SETTINGS + ", \"approval-hours\": \"2\"");

        assertThat(planned("\"tolerated-batches\": \"7\"")
                        .path("approvalSeconds")
                        .asInt())
                .isZero();
        assertThat(planned(SETTINGS + ", \"approval-hours\": \"2\"")
                        .path("approvalSeconds")
                        .asInt())
                .isEqualTo(7200);
    }

    @Test
    void aJobIsFoundByItsSettingsEvenWhenItsManifestIsGone() throws IOException {
        ManifestRef gone = new ManifestRef(Storage.INPUT, "run/gone.csv", Optional.empty(), "abc", 0);
        PlanRequest request = new PlanRequest(
                gone.bucket(),
                gone.key(),
                null,
                gone.etag(),
                "2026-03-01T09:00:01Z",
                Map.of("country", "GB"),
                null,
                null,
                false);

        assertThat(deployment.wiring().finder().findEvenIfGone(request).id())
                .isEqualTo(JobId.of(gone, new TreeMap<>(Map.of("country", "GB"))));
    }

    /// Such a start fails, and the upload's own job may have its report already.
    @Test
    void aStartWhoseSettingsCannotBeUnderstoodHasAReportOfItsOwn() throws IOException {
        JsonNode plan = Wire.json(Files.readString(Path.of("events/plan.json")));
        Map<String, String> mistyped = Map.of("operation", "clame");
        PlanRequest request = new PlanRequest(
                plan.path("bucket").asText(),
                plan.path("key").asText(),
                null,
                plan.path("etag").asText(),
                plan.path("startedAt").asText(),
                mistyped,
                null,
                null,
                false);
        JobId found = deployment.wiring().finder().findEvenIfGone(request).id();

        assertThat(found.value()).isNotEqualTo(job(first));
        assertThat(deployment.wiring().finder().findEvenIfGone(request).id()).isEqualTo(found);
    }

    @Test
    void theVersionOfAnUnversionedObjectTellsNothing() throws IOException {
        String event =
                Files.readString(Path.of("events/plan.json")).replace("\"etag\"", "\"versionId\": \"null\", \"etag\"");

        assertThat(job(Wire.json(Invocation.of(new PlanFunction(deployment.wiring()), event))))
                .isEqualTo(job(first));
    }
}
