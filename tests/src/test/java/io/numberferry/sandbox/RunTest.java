package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `./ferry run`, from the command line to the report.
final class RunTest {
    private static final String INSTANCE =
            "arn:aws:connect:us-west-2:111122223333:instance/b0a7b0a7-0001-4000-8000-000000000001";

    /// So large a burst that nothing has to wait: on a clock that jumps, calls that waited would arrive
    /// together.
    private static final String AMPLE = "200";

    @TempDir
    private Path folder;

    @Test
    void everyRowOfTheMixedFileIsReportedOnceWithTheOutcomeThatTheScenarioIntends() throws IOException {
        Typed run = Typed.run(folder, "events/mixed.csv");

        assertThat(run.exitStatus()).isEqualTo(2);
        List<NamedCsvRecord> report = run.report();
        assertThat(report.stream().map(row -> row.getField("line")))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, report.size() + 1)
                        .mapToObj(Integer::toString)
                        .toList());
        try (var intended = Files.lines(Path.of("tests/src/test/resources/sandbox/mixed-outcomes.txt"))) {
            assertThat(report.stream()
                            .map(row ->
                                    row.getField("line") + " " + row.getField("outcome") + " " + row.getField("code")))
                    .containsExactlyElementsOf(intended.toList());
        }
        assertThat(sumOfOutcomes(run.summary())).isEqualTo(report.size());
    }

    @Test
    void aLostAnswerIsLookedUpAndOnlyWhatNoReadCanTellIsUnknown() throws IOException {
        Typed run = Typed.run(folder, "events/lost-answers.csv", "--world", "events/lost-answers.world.json");

        assertThat(run.exitStatus()).isEqualTo(2);
        assertThat(run.report().stream().map(row -> row.getField("outcome") + " " + row.getField("code")))
                .containsExactly("UNKNOWN NO_ANSWER", "SUCCEEDED DONE", "SUCCEEDED DONE");
    }

    @Test
    void aFileThatIsRunAgainInTheSameStateChangesNothing() throws IOException {
        Path file = claims(120);
        String state = folder.resolve("state").toString();
        Typed first = Typed.run(folder.resolve("1"), file.toString(), "--state", state, "--quota-scale", AMPLE);
        Typed again = Typed.run(folder.resolve("2"), file.toString(), "--state", state, "--quota-scale", AMPLE);

        assertThat(first.exitStatus()).isZero();
        assertThat(first.sent("connect:ClaimPhoneNumber")).isEqualTo(120);
        assertThat(again.exitStatus()).isZero();
        assertThat(again.summary().path("outcomes").path("UNCHANGED").asInt()).isEqualTo(120);
        assertThat(again.writes()).isZero();
    }

    @Test
    @Timeout(60)
    void aRunThatWasKilledWhenItsJobHadEndedFindsItsReport() throws IOException {
        Path file = claims(3);
        Path state = folder.resolve("state");
        Typed.run(folder.resolve("1"), file.toString(), "--state", state.toString());
        forgetTheEnd(state, file);

        Typed again = Typed.run(folder.resolve("2"), file.toString(), "--state", state.toString());

        assertThat(again.exitStatus()).isZero();
        assertThat(again.summary().path("outcomes").path("SUCCEEDED").asInt()).isEqualTo(3);
    }

    /// Leaves the state as it was before the first run noted that its job had ended.
    private static void forgetTheEnd(Path state, Path file) throws IOException {
        RunState.of(Optional.of(state)).key(file, false, Map.of());
        try (var files = Files.list(state.resolve("runs"))) {
            Path open = files.filter(path -> path.toString().endsWith(".open"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(open, "run/1/" + file.getFileName());
        }
    }

    @Test
    void fiveHundredAssociationsWithOneGroupTakeTenCalls() throws IOException {
        Path file = folder.resolve("associate.csv");
        Files.writeString(
                file,
                "phone_number,operation,target\n"
                        + numbers(500).stream()
                                .map(number -> number + ",associate,vcgharbor1frontdesk001\n")
                                .collect(Collectors.joining()));

        Typed run = Typed.run(folder.resolve("out"), file.toString(), "--quota-scale", AMPLE);

        assertThat(run.exitStatus()).isZero();
        assertThat(run.writes()).isEqualTo(10);
        assertThat(run.summary().path("outcomes").path("SUCCEEDED").asInt()).isEqualTo(500);
    }

    @Test
    void aDryRunSendsNoWriteAndSaysWhatItWouldDo() throws IOException {
        Path file = claims(3);

        Typed run = Typed.run(folder.resolve("out"), file.toString(), "--dry-run");

        assertThat(run.exitStatus()).isZero();
        assertThat(run.writes()).isZero();
        assertThat(run.report()).allSatisfy(row -> {
            assertThat(row.getField("message")).isEqualTo("would claim: target b0a7b0a7-0001-4000-8000-000000000001");
            assertThat(row.getField("before")).isEqualTo("not owned");
            assertThat(row.getField("after")).isEqualTo("target=" + INSTANCE);
        });
        assertThat(run.summary().at("/estimate/calls connect:ClaimPhoneNumber").asInt())
                .isEqualTo(3);
        assertThat(run.summary().at("/estimate/irreversibleRows").asInt()).isEqualTo(3);
        assertThat(run.summary().path("warnings").findValuesAsText("code"))
                .containsExactly("CANNOT_BE_UNDONE", "LEFT_WITHOUT_FLOW", "CLAIM_BUDGET", "PRICE_NOT_KNOWN");
    }

    @Test
    void aJobThatIsToStopAtARejectionSendsNothingWhenRowsContradictEachOther() throws IOException {
        Path file = manifest("""
                phone_number,operation,target,description
                +12065550120,claim,b0a7b0a7-0001-4000-8000-000000000001,Front desk
                +12065550121,claim,b0a7b0a7-0001-4000-8000-000000000001,Billing
                +12065550121,claim,b0a7b0a7-0001-4000-8000-000000000001,Sales
                """);

        Typed run = Typed.run(folder.resolve("out"), file.toString(), "--on-rejection", "stop");

        assertThat(run.writes()).isZero();
        assertThat(run.report().stream().map(row -> row.getField("code")))
                .containsExactly("JOB_REFUSED", "CONFLICTING_ROWS", "CONFLICTING_ROWS");
    }

    @Test
    void anIdThatBelongsToAnotherNumberChangesNothing() throws IOException {
        Path file = manifest("""
                phone_number,operation,phone_number_id
                +14255550102,release,OTHER
                +14255550105,release,OTHER
                """.replace("OTHER", "1a26316c-7e8e-345e-8f07-3864c7a2bb20"));

        Typed run = Typed.run(folder.resolve("out"), file.toString(), "--allow-release");

        assertThat(run.writes()).isZero();
        assertThat(run.report().stream().map(row -> row.getField("code")))
                .containsExactly("INVALID_NUMBER_ID", "REFUSED");
    }

    @Test
    void aCanaryThatFailsKeepsTheRestFromBeingSent() throws IOException {
        Path file = manifest("""
                phone_number,operation,target
                +12065550191,claim,b0a7b0a7-0001-4000-8000-000000000001
                +12065550120,claim,b0a7b0a7-0001-4000-8000-000000000001
                +12065550121,claim,b0a7b0a7-0001-4000-8000-000000000001
                """);

        Typed run = Typed.run(folder.resolve("out"), file.toString(), "--canary", "1");

        assertThat(run.exitStatus()).isEqualTo(2);
        assertThat(run.sent("connect:ClaimPhoneNumber")).isEqualTo(1);
        assertThat(run.report().stream().map(row -> row.getField("code")))
                .containsExactly("NUMBER_NOT_AVAILABLE", "CANARY_FAILED", "CANARY_FAILED");
        assertThat(Files.readString(run.out().resolve("retry.csv"))).contains("+12065550120", "+12065550121");
    }

    @Test
    void aCanaryThatEndsWellLetsTheRestFollow() throws IOException {
        Typed run = Typed.run(folder.resolve("out"), claims(30).toString(), "--canary", "5", "--quota-scale", AMPLE);

        assertThat(run.exitStatus()).isZero();
        assertThat(run.summary().path("outcomes").path("SUCCEEDED").asInt()).isEqualTo(30);
    }

    @Test
    void aLaneStopsWhereMoreRowsFailThanTheJobAllows() throws IOException {
        Path file = manifest("phone_number,operation,target\n"
                + "+12065550191,claim,b0a7b0a7-0001-4000-8000-000000000001\n"
                + numbers(60).stream()
                        .map(number -> number + ",claim,b0a7b0a7-0001-4000-8000-000000000001\n")
                        .collect(Collectors.joining()));

        Typed run =
                Typed.run(folder.resolve("out"), file.toString(), "--failure-threshold", "0%", "--failure-sample", "1");

        assertThat(run.exitStatus()).isEqualTo(2);
        assertThat(run.summary().path("codes").path("NUMBER_NOT_AVAILABLE").asInt())
                .isEqualTo(1);
        assertThat(run.summary().path("codes").path("FAILURE_LIMIT").asInt()).isGreaterThan(40);
    }

    @Test
    void outsideItsWindowAJobWaitsAndThenGoesOn() throws IOException {
        LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        String window = now.plusHours(2) + "-" + now.plusHours(3) + " UTC";

        Typed run = Typed.run(folder.resolve("out"), claims(3).toString(), "--window", window);

        assertThat(run.exitStatus()).isZero();
        Instant started = Instant.parse(run.summary().path("startedAt").asText());
        Instant ended = Instant.parse(run.summary().path("endedAt").asText());
        assertThat(Duration.between(started, ended)).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(180));
    }

    @Test
    void forceIsRejectedUnlessTheJobAllowsIt() throws IOException {
        Path file = manifest("""
                phone_number,operation,target,force
                +15035550102,associate,vcgharbor1frontdesk001,true
                """);

        Typed refused = Typed.run(folder.resolve("1"), file.toString());
        Typed allowed = Typed.run(folder.resolve("2"), file.toString(), "--allow-force");

        assertThat(refused.writes()).isZero();
        assertThat(refused.report().getFirst().getField("code")).isEqualTo("FORCE_NOT_ALLOWED");
        assertThat(allowed.report().getFirst().getField("outcome")).isEqualTo("SUCCEEDED");
    }

    @Test
    void aTargetOrFlowThatCannotBeUsedSettlesItsOwnRowsBeforeAnythingIsSent() throws IOException {
        Path file = manifest("""
                phone_number,operation,target,flow
                +12065550120,claim,b0a7b0a7-0001-4000-8000-00000000ffff,
                +12065550121,claim,b0a7b0a7-0001-4000-8000-00000000ffff,Main IVR
                +12065550122,claim,b0a7b0a7-0001-4000-8000-000000000001,No such flow
                +15035550101,associate,vcgnowhere0000000000000,
                +12065550123,claim,b0a7b0a7-0001-4000-8000-000000000001,Main IVR
                """);

        Typed run = Typed.run(folder.resolve("out"), file.toString());

        assertThat(run.report().stream().map(row -> row.getField("code")))
                .containsExactly("TARGET_NOT_FOUND", "TARGET_NOT_FOUND", "FLOW_NOT_FOUND", "TARGET_NOT_FOUND", "DONE");
        assertThat(run.sent("connect:ClaimPhoneNumber")).isEqualTo(1);
        assertThat(run.writes()).isEqualTo(2);
    }

    @Test
    void theOperationAndTheTargetCanComeFromTheCommandLine() throws IOException {
        Path file = folder.resolve("bare.csv");
        Files.writeString(file, "phone_number\n+12065550120\n");

        Typed run = Typed.run(folder.resolve("out"), file.toString(), "--operation", "claim", "--target", INSTANCE);

        assertThat(run.exitStatus()).isZero();
        assertThat(run.report().getFirst().getField("outcome")).isEqualTo("SUCCEEDED");
    }

    private Path manifest(String content) throws IOException {
        return Files.writeString(folder.resolve("manifest.csv"), content);
    }

    private Path claims(int count) throws IOException {
        Path file = folder.resolve("claims.csv");
        Files.writeString(
                file,
                "phone_number,operation,target\n"
                        + numbers(count).stream()
                                .map(number -> number + ",claim," + INSTANCE + "\n")
                                .collect(Collectors.joining()));
        return file;
    }

    /// Numbers reserved for fiction, of several area codes.
    private static List<String> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "+1%d5550%d".formatted(212 + number / 100, 100 + number % 100))
                .toList();
    }

    private static int sumOfOutcomes(JsonNode summary) {
        int sum = 0;
        for (JsonNode count : summary.path("outcomes")) {
            sum += count.asInt();
        }
        return sum;
    }
}
