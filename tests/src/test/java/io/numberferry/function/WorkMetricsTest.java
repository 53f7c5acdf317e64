package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import io.numberferry.report.ReportRow;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The lines that CloudWatch makes metrics of.
class WorkMetricsTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");

    private final WorkMetrics metrics =
            WorkMetrics.of(Optional.of(new Settings.Metering("Numberferry", "numberferry-test")));
    private final Printed printed = new Printed();

    @AfterEach
    void close() {
        printed.close();
    }

    /// The names of a line's dimensions, as CloudWatch reads them: one set only.
    private static Set<String> dimensions(JsonNode line) {
        JsonNode sets = line.at("/_aws/CloudWatchMetrics/0/Dimensions");
        assertThat(sets).hasSize(1);
        Set<String> names = new TreeSet<>();
        sets.path(0).forEach(name -> names.add(name.asText()));
        return names;
    }

    private static RowCounts counted(Reason... reasons) {
        RowCounts counts = new RowCounts();
        Iterator<ReportRow> rows = counts.over(Stream.of(reasons)
                .map(reason -> new ReportRow(
                        new Row(2, List.of("+12065550100")),
                        Optional.empty(),
                        Optional.empty(),
                        Outcome.of(reason, "")))
                .iterator());
        rows.forEachRemaining(_ -> {});
        return counts;
    }

    @Test
    void callsAreCountedInAllAndByApi() {
        metrics.calls(Map.of(
                Api.CLAIM_PHONE_NUMBER, new CallCount(10, 2, 3), Api.DESCRIBE_PHONE_NUMBER, new CallCount(5, 0, 0)));

        List<JsonNode> lines = printed.metrics();
        assertThat(lines).hasSize(3);
        assertThat(dimensions(lines.getFirst())).containsExactly("Service");
        assertThat(lines.getFirst().path("Service").asText()).isEqualTo("numberferry-test");
        assertThat(lines.getFirst().at("/_aws/CloudWatchMetrics/0/Namespace").asText())
                .isEqualTo("Numberferry");
        assertThat(lines.getFirst().path("CallsSent").asInt()).isEqualTo(15);
        assertThat(lines.getFirst().path("CallsThrottled").asInt()).isEqualTo(2);
        JsonNode claims = lines.stream()
                .filter(line -> line.path("Api").asText().equals("connect:ClaimPhoneNumber"))
                .findFirst()
                .orElseThrow();
        assertThat(dimensions(claims)).containsExactly("Api", "Service");
        assertThat(claims.path("CallsRetried").asInt()).isEqualTo(3);
    }

    @Test
    void rowsAreCountedByOperationOutcomeAndCode() {
        metrics.rows(JOB, counted(Reason.INVALID_PHONE_NUMBER, Reason.INVALID_PHONE_NUMBER, Reason.MISSING_VALUE));

        List<JsonNode> lines = printed.metrics();
        assertThat(lines).hasSize(3);
        JsonNode invalid = lines.get(2);
        assertThat(dimensions(invalid)).containsExactly("Code", "Operation", "Outcome", "Service");
        assertThat(invalid.path("Operation").asText()).isEqualTo("none");
        assertThat(invalid.path("Outcome").asText()).isEqualTo("REJECTED");
        assertThat(invalid.path("Code").asText()).isEqualTo("INVALID_PHONE_NUMBER");
        assertThat(invalid.path("Rows").asInt()).isEqualTo(2);
        assertThat(invalid.path("job").asText()).isEqualTo(JOB.value());
    }

    /// An alarm that sees no data stays as it is: zeros let it end.
    @Test
    void whatAlarmsWatchIsThereWithZerosToo() {
        metrics.rows(JOB, counted(Reason.NO_ANSWER, Reason.TOKEN_CONFLICT, Reason.DONE));
        metrics.rows(JOB, counted(Reason.DONE));

        List<JsonNode> totals = printed.metrics().stream()
                .filter(line -> line.has("RowsFailed"))
                .toList();
        assertThat(totals.stream()
                        .map(line -> line.path("RowsFailed") + " " + line.path("RowsUnknown") + " "
                                + line.path("TokenConflicts")))
                .containsExactly("1.0 1.0 1.0", "0.0 0.0 0.0");
        assertThat(totals).allSatisfy(line -> assertThat(dimensions(line)).containsExactly("Service"));
    }

    @Test
    void rowsThatAWorkerEndedAreCountedWhileTheJobRuns() {
        metrics.worked(JOB, Map.of(Api.CLAIM_PHONE_NUMBER, new CallCount(120, 0, 0)), 118);

        List<JsonNode> lines = printed.metrics();
        assertThat(lines.getFirst().path("CallsSent").asInt()).isEqualTo(120);
        assertThat(lines.getLast().path("RowsEnded").asInt()).isEqualTo(118);
        assertThat(dimensions(lines.getLast())).containsExactly("Service");
    }

    @Test
    void noNumberIsInAnyLine() {
        metrics.rows(JOB, counted(Reason.DONE, Reason.NO_ANSWER));

        assertThat(printed.text()).doesNotContain("2065550100");
    }

    @Test
    void withoutANamespaceNothingIsSaid() {
        WorkMetrics.of(Optional.empty()).worked(JOB, Map.of(Api.CLAIM_PHONE_NUMBER, CallCount.NONE), 1);

        assertThat(printed.text()).isEmpty();
    }
}
