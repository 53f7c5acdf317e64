package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.sandbox.statemachine.ExecutionEvent.ExecutionStarted;
import io.numberferry.sandbox.statemachine.ExecutionEvent.MapRunChanged;
import io.numberferry.sandbox.statemachine.InvocationResult.Refused;
import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A Map whose iterations are executions of their own.
@Timeout(60)
class DistributedMapTest {
    private static final String CALL = """
            "I": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments":
              {"FunctionName": "f", "Payload": "{% $states.input %}"}, "Output": "{% $states.result.Payload %}"}""";

    private static final String FAIL_EVEN = """
            "I": {"Type": "Choice", "Default": "J", "Choices":
              [{"Condition": "{% $states.input % 2 = 0 %}", "Next": "K"}]},
            "J": {"Type": "Succeed"}, "K": {"Type": "Fail", "Error": "Even", "Cause": "c"}""";

    private final Stage stage = new Stage();

    private static String map(String type, String fields, String inner) {
        return """
                "A": {"Type": "Map", "End": true, %s "ItemProcessor":
                  {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
                   "StartAt": "I", "States": {%s}}}""".formatted(fields, type, inner);
    }

    private static String map(String fields, String inner) {
        return map("STANDARD", fields, inner);
    }

    @Test
    void resultsAreInTheOrderOfTheItems() throws Exception {
        CountDownLatch lastDone = new CountDownLatch(1);
        stage.function("f", payload -> {
            if (payload.equals("3")) {
                lastDone.countDown();
            }
            lastDone.await();
            return new Returned(payload);
        });
        assertThat(stage.output(map("", CALL), "[1,2,3]")).isEqualTo("[1,2,3]");
    }

    @Test
    void childrenAreExecutionsUnderTheLabel() throws Exception {
        String inner = """
                "I": {"Type": "Pass", "End": true, "Output":
                  {"Machine": "{% $states.context.StateMachine %}", "Execution": "{% $states.context.Execution.Id %}",
                   "Input": "{% $states.context.Execution.Input %}"}}""";
        String output = stage.output(map("\"Label\": \"lane\",", inner), "[7]");
        String expected = """
                \\[\\{"Machine":\\{"Id":"arn:aws:states:us-east-1:000000000000:stateMachine:job/lane",\
                "Name":"job/lane"},\
                "Execution":"arn:aws:states:us-east-1:000000000000:execution:job/lane:[-0-9a-f]{36}","Input":7}]""";
        assertThat(output).matches(expected);
        assertThat(stage.events(ExecutionStarted.class)).hasSize(2);
    }

    @Test
    void childrenSeeNeitherVariablesNorTheItemOfTheMap() throws Exception {
        String before = """
                "A": {"Type": "Pass", "Assign": {"outer": 1}, "Next": "M"},
                """;
        String inner = """
                "I": {"Type": "Pass", "End": true,
                  "Output": "{% [$exists($outer), $exists($states.context.Map)] %}"}""";
        assertThat(stage.output(before + map("", inner).replace("\"A\"", "\"M\""), "[1]"))
                .isEqualTo("[[false,false]]");
    }

    @Test
    void itemSelectorReadsVariables() throws Exception {
        String before = """
                "A": {"Type": "Pass", "Assign": {"outer": 1}, "Next": "M"},
                """;
        String fields = """
                "ItemSelector": ["{% $states.context.Map.Item.Value %}", "{% $outer %}"],""";
        assertThat(stage.output(
                        before + map(fields, "\"I\": {\"Type\": \"Succeed\"}").replace("\"A\"", "\"M\""), "[5,6]"))
                .isEqualTo("[[5,1],[6,1]]");
    }

    @Test
    void noChildMayFailUnlessTheDefinitionToleratesIt() throws Exception {
        assertThat(stage.failure(map("\"MaxConcurrency\": 1,", FAIL_EVEN), "[1,2,3]"))
                .isEqualTo(ErrorOutput.of(
                        "States.ExceedToleratedFailureThreshold",
                        "The specified tolerated failure threshold was exceeded: 1 of 3 children failed."));
    }

    @ParameterizedTest
    @CsvSource({
        "ToleratedFailureCount, 2",
        "ToleratedFailureCount, \"{% 1 + 1 %}\"",
        "ToleratedFailurePercentage, 40",
        "ToleratedFailurePercentage, \"{% 40.0 %}\""
    })
    void aToleratedFailureStandsInTheResult(String field, String threshold) throws Exception {
        String expected = """
                [1,{"Status":"FAILED","Error":"Even","Cause":"c"},3,\
                {"Status":"FAILED","Error":"Even","Cause":"c"},5]""";
        assertThat(stage.output(map("\"" + field + "\": " + threshold + ",", FAIL_EVEN), "[1,2,3,4,5]"))
                .isEqualTo(expected);
    }

    @Test
    void anExceededThresholdStopsTheOthersAndStartsNoMore() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        stage.function("f", payload -> {
            if (payload.equals("1")) {
                waiting.await();
                return new Refused("X", "why");
            }
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                stopped.countDown();
            }
            return new Returned(payload);
        });
        assertThat(stage.failure(map("\"MaxConcurrency\": 2,", CALL), "[1,2,3]").error())
                .contains("States.ExceedToleratedFailureThreshold");
        assertThat(stopped.getCount()).isZero();
        assertThat(stage.payloads).containsExactlyInAnyOrder("1", "2");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "\"{% $states.input[0] %}\", 2", "0, 6", "20000, 6"})
    void maxConcurrencyIsReachedAndKept(String limit, int running) throws Exception {
        stage.output(map("\"MaxConcurrency\": " + limit + ",", "\"I\": {\"Type\": \"Succeed\"}"), "[2,2,3,4,5,6]");
        assertThat(Collections.max(stage.events(MapRunChanged.class).stream()
                        .map(event -> event.counts().running())
                        .toList()))
                .isEqualTo(running);
    }

    @Test
    void withoutMaxConcurrencyTenThousandChildrenRunAtMost() throws Exception {
        stage.object("b/k", "[" + "0,".repeat(10_004) + "0]");
        String reader = """
                "Output": 0, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                  "ReaderConfig": {"InputType": "JSON"}, "Arguments": {"Bucket": "b", "Key": "k"}},""";
        String states = map(reader, "\"I\": {\"Type\": \"Succeed\"}");
        stage.output(states, "{}");
        assertThat(Collections.max(stage.events(MapRunChanged.class).stream()
                        .map(event -> event.counts().running())
                        .toList()))
                .isEqualTo(10_000);
    }

    @Test
    void countsAreTold() throws Exception {
        stage.output(map("\"MaxConcurrency\": 1, \"ToleratedFailureCount\": 1,", FAIL_EVEN), "[1,2]");
        assertThat(stage.events(MapRunChanged.class))
                .extracting(MapRunChanged::counts)
                .containsExactly(
                        new MapRunCounts(2, 1, 0, 0),
                        new MapRunCounts(2, 0, 1, 0),
                        new MapRunCounts(2, 1, 1, 0),
                        new MapRunCounts(2, 0, 1, 1));
        assertThat(stage.events(MapRunChanged.class))
                .extracting(event -> event.counts().pending())
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void anExpressChildHasFiveMinutesAndAStandardOneHasNot() throws Exception {
        stage.function("f", payload -> {
            stage.timeline.sleep(Duration.ofSeconds(301));
            return new Returned(payload);
        });
        assertThat(stage.output(map("EXPRESS", "\"ToleratedFailureCount\": 1,", CALL), "[1]"))
                .isEqualTo("[{\"Status\":\"TIMED_OUT\",\"Error\":\"States.Timeout\"}]");
        assertThat(stage.output(map("STANDARD", "", CALL), "[1]")).isEqualTo("[1]");
    }

    @Test
    void anItemThatIsTooLargeFailsItsChildOnly() throws Exception {
        stage.object("b/k", "[1, \"" + "x".repeat(Payload.LARGEST_BYTES) + "\"]");
        String reader = """
                "ToleratedFailureCount": 1, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                  "ReaderConfig": {"InputType": "JSON"}, "Arguments": {"Bucket": "b", "Key": "k"}},""";
        String states = map(reader, "\"I\": {\"Type\": \"Succeed\"}");
        String expected = """
                [1,{"Status":"FAILED","Error":"States.DataLimitExceeded","Cause":\
                "the input of state 'I' is 262146 bytes of JSON, more than the 262144 that are allowed"}]""";
        assertThat(stage.output(states, "{}")).isEqualTo(expected);
    }
}
