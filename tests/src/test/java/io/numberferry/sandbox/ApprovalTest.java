package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A job that waits for a person's yes before it changes anything.
class ApprovalTest {
    @TempDir
    private Path folder;

    private Path claims() throws IOException {
        return Files.writeString(folder.resolve("claims.csv"), """
                phone_number,operation,target
                +13125550110,claim,b0a7b0a7-0001-4000-8000-000000000001
                +13125550111,claim,b0a7b0a7-0001-4000-8000-000000000001
                +13125550112,clam,b0a7b0a7-0001-4000-8000-000000000001
                """);
    }

    @Test
    void aNoLeavesEverythingAsItIsAndReportsThat() throws IOException {
        Typed run = Typed.run(folder.resolve("out"), claims().toString(), "--approve", "no");

        assertThat(run.exitStatus()).isEqualTo(2);
        assertThat(run.writes()).isZero();
        assertThat(run.report().stream().map(row -> row.getField("outcome") + " " + row.getField("code")))
                .containsExactly(
                        "NOT_ATTEMPTED NOT_APPROVED", "NOT_ATTEMPTED NOT_APPROVED", "REJECTED UNKNOWN_OPERATION");
        assertThat(run.summary().path("state").asText()).isEqualTo("COMPLETED");
        assertThat(run.summary().path("cause").asText()).isEqualTo("a person said no: answered on the command line");
        assertThat(run.output()).contains("2 of 3 rows are planned, 1 are rejected; nothing was changed yet.");
        assertThat(folder.resolve("out/retry.csv")).content().contains("+13125550110", "+13125550111");
    }

    @Test
    void aYesLetsTheJobGoOnAndThePlanStaysBesideTheReport() throws IOException {
        Typed run = Typed.run(folder.resolve("out"), claims().toString(), "--approve", "yes");

        assertThat(run.report().stream().map(row -> row.getField("code")))
                .containsExactly("DONE", "DONE", "UNKNOWN_OPERATION");
        assertThat(folder.resolve("out/plan/report.csv"))
                .content()
                .contains("AWAITS_APPROVAL", "would claim: target b0a7b0a7-0001-4000-8000-000000000001", "not owned");
        assertThat(folder.resolve("out/plan/summary.json")).content().contains("PLANNED");
    }

    @Test
    void aDryRunAsksNobody() throws IOException {
        Typed run = Typed.run(folder.resolve("out"), claims().toString(), "--approve", "no", "--dry-run");

        assertThat(run.output()).doesNotContain("are planned");
        assertThat(run.summary().at("/codes/DRY_RUN").asInt()).isEqualTo(2);
    }

    @Test
    void whereNobodyCanBeAskedTheJobDoesNotBegin() throws IOException {
        Typed run = Typed.run(folder.resolve("out"), claims().toString(), "--approve", "ask");

        assertThat(run.exitStatus()).isEqualTo(1);
        assertThat(run.errors())
                .isEqualToIgnoringNewLines(
                        "ferry: --approve ask needs a terminal to ask at; without one say --approve yes or --approve no.");
    }

    @ParameterizedTest
    @CsvSource({"y, true", "YES, true", "' y ', true", "n, false", "'', false", "yesterday, false"})
    void onlyAYesIsAYes(String typed, boolean yes) throws IOException {
        assertThat(asked(typed + "\n")).isEqualTo(yes);
    }

    @Test
    void aClosedTerminalIsANo() throws IOException {
        assertThat(asked("")).isFalse();
    }

    private static boolean asked(String typed) throws IOException {
        JsonNode question = new ObjectMapper().readTree("{\"rows\": 3, \"toDo\": 2}");
        Approval approval = new Approval(Approval.How.ask, Optional.of(new BufferedReader(new StringReader(typed))));
        return approval.isYes(question, new PrintWriter(new StringWriter()));
    }

    @Test
    void aPersonAtATerminalCanBeAsked() {
        new Approval(Approval.How.ask, Optional.of(new BufferedReader(new StringReader("")))).require();
        assertThatThrownBy(() -> new Approval(Approval.How.ask, Optional.empty()).require())
                .isInstanceOf(Refusal.class);
    }
}
