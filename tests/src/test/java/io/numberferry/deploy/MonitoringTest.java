package io.numberferry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Alarms and dashboard against the metrics that the code writes, and against the page that explains them.
class MonitoringTest {
    private static final String METRICS = "functions/src/main/java/io/numberferry/function/WorkMetrics.java";

    private final Template template = Template.read();

    private static Set<String> written() throws IOException {
        return Pattern.compile("addMetric\\(\"([A-Za-z]+)\"")
                .matcher(Files.readString(Path.of(METRICS)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> cells(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of("docs/OPERATIONS.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void alarmsWatchMetricsThatTheCodeWrites() throws IOException {
        Set<String> watched = new TreeSet<>();
        for (String alarm : template.ofType("AWS::CloudWatch::Alarm")) {
            JsonNode properties = template.resource(alarm).path("Properties");
            if (properties.path("Namespace").asText().equals("Numberferry")) {
                watched.add(properties.path("MetricName").asText());
                assertThat(properties.at("/Dimensions/0/Value/Ref").asText()).isEqualTo("AWS::StackName");
            }
        }

        assertThat(watched).containsExactly("CallsThrottled", "RowsFailed", "RowsUnknown", "TokenConflicts");
        assertThat(written()).containsAll(watched);
    }

    @Test
    void whatShouldNotHappenToAJobRaisesAnAlarm() {
        Set<String> metrics = template.ofType("AWS::CloudWatch::Alarm").stream()
                .map(alarm ->
                        template.resource(alarm).at("/Properties/MetricName").asText())
                .collect(Collectors.toSet());

        assertThat(metrics).contains("ExecutionsFailed", "ExecutionsAborted", "ExecutionsTimedOut");
    }

    /// A sum has no value where one of its parts has none, and both services send counts only when there are some.
    @Test
    void sumsCountAMetricWithoutValuesAsNothing() {
        int sums = 0;
        for (String alarm : template.ofType("AWS::CloudWatch::Alarm")) {
            JsonNode metrics = template.resource(alarm).at("/Properties/Metrics");
            if (!metrics.isMissingNode()) {
                sums++;
                String parts = StreamSupport.stream(metrics.spliterator(), false)
                        .skip(1)
                        .map(metric -> "FILL(" + metric.path("Id").asText() + ", 0)")
                        .collect(Collectors.joining(" + "));
                assertThat(metrics.at("/0/Expression").asText()).as(alarm).isEqualTo(parts);
            }
        }
        assertThat(sums).isEqualTo(2);
    }

    @Test
    void everyFunctionIsWatched() {
        String alarm = template.resource("FunctionsThrottledAlarm").toString();
        String dashboard = template.resource("Dashboard")
                .at("/Properties/DashboardBody/Fn::Sub")
                .asText();

        assertThat(template.functions())
                .allMatch(function -> alarm.contains("{\"Ref\":\"" + function + "\"}"))
                .allMatch(function -> dashboard.contains("\"Errors\", \"FunctionName\", \"${" + function + "}\""))
                .allMatch(function -> dashboard.contains("\"Throttles\", \"FunctionName\", \"${" + function + "}\""));
    }

    @Test
    void everyQueueHasAnAlarm() {
        String alarms = template.ofType("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> template.resource(alarm).toString())
                .collect(Collectors.joining());

        assertThat(template.ofType("AWS::SQS::Queue"))
                .isNotEmpty()
                .allMatch(queue -> alarms.contains(queue + ".QueueName"));
    }

    @Test
    void everyAlarmTellsSomebodyIfThereIsSomebody() {
        for (String alarm : template.ofType("AWS::CloudWatch::Alarm")) {
            JsonNode properties = template.resource(alarm).path("Properties");
            assertThat(properties.path("AlarmActions").toString()).as(alarm).contains("\"Ref\":\"News\"");
            assertThat(properties.path("TreatMissingData").asText()).as(alarm).isEqualTo("notBreaching");
            assertThat(properties.path("AlarmDescription").asText()).as(alarm).isNotEmpty();
        }
    }

    @Test
    void everyAlarmAndEveryMetricIsExplained() throws IOException {
        assertThat(cells("(?m)^\\| `([A-Za-z]+Alarm)` ")).isEqualTo(template.ofType("AWS::CloudWatch::Alarm"));
        assertThat(cells("`((?:Rows|Calls|Token)[A-Za-z]*)`")).containsAll(written());
    }

    @Test
    void theDashboardIsWellFormedAndShowsEveryMetric() throws IOException {
        String body = template.resource("Dashboard")
                .at("/Properties/DashboardBody/Fn::Sub")
                .asText();
        JsonNode widgets = new ObjectMapper().readTree(body).path("widgets");

        assertThat(widgets.size()).isGreaterThan(5);
        Set<String> missing = written();
        missing.removeIf(metric -> body.contains("\"" + metric + "\"") || body.contains("\\\"" + metric + "\\\""));
        assertThat(missing)
                .as("Rows is found by its dimensions; a success needs nobody")
                .containsExactly("Rows", "RowsSucceeded");
    }
}
