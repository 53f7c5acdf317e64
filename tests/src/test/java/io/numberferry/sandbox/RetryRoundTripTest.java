package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.numberferry.sandbox.simulator.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `retry.csv`, uploaded as it is once the faults are gone, does just what was left to do; so does `failed.csv`, once
/// it
/// is corrected.
class RetryRoundTripTest {
    private static final String WORLD = """
        {
          "connect": {
            "instances": [{"id": "b0a7b0a7-0001-4000-8000-000000000001", "alias": "harbor", "numberQuota": 50}],
            "flows": [{"instance": "harbor", "id": "b0a7b0a7-0f11-4000-8000-000000000f11", "name": "Main"}],
            "numbers": [{"phoneNumber": "+12065550121", "target": "harbor"}]
          },
          "outcomes": [
            {"phoneNumber": "+12065550121", "api": "UpdatePhoneNumberMetadata",
                 "error": "ResourceInUseException", "message": "another change is in progress", "times": 4},
            {"phoneNumber": "+12065550122", "api": "AssociatePhoneNumberContactFlow",
             "error": "InvalidRequestException", "message": "the flow is not published", "times": 1},
            {"phoneNumber": "+12065550123", "api": "ClaimPhoneNumber",
             "error": "InvalidParameterException", "message": "Phone number not available: +12065550123"}
          ]
        }
        """;

    /// The columns are the user's: their names, their order, a separator of their own, two columns that are
    /// nobody's.
    private static final String MANIFEST = """
        Description;Contact Flow;=Owner;E164;Action;Instance
        "Desk; front";;-;+12065550120;claim;b0a7b0a7-0001-4000-8000-000000000001
        =Billing;;@ops;+1 206 555 0121;Update;
        Sales;Main;Zoë;+12065550122;claim;b0a7b0a7-0001-4000-8000-000000000001
        Taken;;;+12065550123;claim;b0a7b0a7-0001-4000-8000-000000000001
        Short;;;12;claim;b0a7b0a7-0001-4000-8000-000000000001
        """;

    @TempDir
    private Path folder;

    @Test
    void onlyWhatCanEndBetterIsDoneAgain() throws IOException, InterruptedException {
        Path world = Files.writeString(folder.resolve("world.json"), WORLD);
        try (Bench bench = new Bench(folder, World.read(world))) {
            Bench.Ended first = bench.run(MANIFEST, Map.of());
            assertThat(codes(first))
                    .containsExactly(
                            "DONE", "IN_USE", "FLOW_NOT_ATTACHED", "NUMBER_NOT_AVAILABLE", "INVALID_PHONE_NUMBER");
            assertThat(first.retry()).isEqualTo("""
                Description,Contact Flow,'=Owner,E164,Action,Instance
                '=Billing,,'@ops,'+1 206 555 0121,Update,
                Sales,Main,Zoë,+12065550122,claim,b0a7b0a7-0001-4000-8000-000000000001
                """);

            Bench.Ended second = bench.run(first.retry(), Map.of());
            assertThat(codes(second)).containsExactly("DONE", "DONE");
            JsonNode calls = second.summary().path("calls");
            assertThat(calls.at("/connect:UpdatePhoneNumberMetadata/sent").asInt())
                    .isEqualTo(1);
            assertThat(calls.at("/connect:AssociatePhoneNumberContactFlow/sent").asInt())
                    .isEqualTo(1);
            assertThat(second.writes()).isEqualTo(2);
            assertThat(Files.readString(second.out().resolve("retry.csv")).lines())
                    .hasSize(1);
            assertThat(description(bench, "+12065550121")).isEqualTo("=Billing");
        }
    }

    @Test
    void whatFailedForGoodIsCorrectedInItsFileAndRunAgain() throws IOException, InterruptedException {
        Path world = Files.writeString(folder.resolve("world.json"), WORLD);
        try (Bench bench = new Bench(folder, World.read(world))) {
            Bench.Ended first = bench.run(MANIFEST, Map.of());
            assertThat(first.failed().lines())
                    .satisfiesExactly(
                            header -> assertThat(header)
                                    .isEqualTo(
                                            "Description,Contact Flow,'=Owner,E164,Action,Instance,code,message,advice"),
                            taken -> assertThat(taken)
                                    .startsWith("Taken,,,+12065550123,claim,b0a7b0a7-0001-4000-8000-000000000001,"
                                            + "NUMBER_NOT_AVAILABLE,"),
                            tooShort -> assertThat(tooShort)
                                    .startsWith("Short,,,12,claim,b0a7b0a7-0001-4000-8000-000000000001,"
                                            + "INVALID_PHONE_NUMBER,"));

            String corrected = first.failed().replace("Short,,,12,", "Short,,,+12065550124,");
            Bench.Ended second = bench.run(corrected, Map.of());
            assertThat(codes(second)).containsExactly("NUMBER_NOT_AVAILABLE", "DONE");
            assertThat(description(bench, "+12065550124")).isEqualTo("Short");
            assertThat(second.failed().lines())
                    .as("the reason is the last job's")
                    .containsExactlyElementsOf(first.failed().lines().limit(2).toList());
        }
    }

    private static List<String> codes(Bench.Ended job) throws IOException {
        return job.report().stream()
                .map((NamedCsvRecord row) -> row.getField("code"))
                .toList();
    }

    private static String description(Bench bench, String number) {
        return bench.simulator().world().connect().numbers().stream()
                .filter(held -> held.phoneNumber().equals(number))
                .findFirst()
                .orElseThrow()
                .description();
    }
}
