package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.sandbox.statemachine.InvocationResult.Refused;
import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A Map whose iterations are part of the execution.
@Timeout(60)
class InlineMapTest {
    private final Stage stage = new Stage();

    private static String map(String fields, String inner) {
        return """
                "A": {"Type": "Map", "End": true, %s
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"},
                    "StartAt": "I", "States": {%s}}}""".formatted(fields, inner);
    }

    private static final String CALL = """
            "I": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments":
              {"FunctionName": "f", "Payload": "{% $states.input %}"}, "Output": "{% $states.result.Payload %}"}""";

    @Test
    void itemsAreThoseOfTheExpression() throws Exception {
        String inner = """
                "I": {"Type": "Pass", "Output": "{% $states.input * 2 %}", "End": true}""";
        assertThat(stage.output(map("\"Items\": \"{% $states.input.list %}\",", inner), "{\"list\":[1,2,3]}"))
                .isEqualTo("[2,4,6]");
    }

    @Test
    void itemsMayBeWrittenOut() throws Exception {
        assertThat(stage.output(
                        map("\"Items\": [1, \"{% $states.input %}\"],", "\"I\": {\"Type\": \"Succeed\"}"), "\"x\""))
                .isEqualTo("[1,\"x\"]");
    }

    @Test
    void withoutItemsTheInputIsTheList() throws Exception {
        assertThat(stage.output(map("", "\"I\": {\"Type\": \"Succeed\"}"), "[5]"))
                .isEqualTo("[5]");
        assertThat(stage.failure(map("", "\"I\": {\"Type\": \"Succeed\"}"), "{\"a\":1}"))
                .isEqualTo(ErrorOutput.of(
                        "States.QueryEvaluationError",
                        "An error occurred while executing the state 'A'. Map state input must be an array but was:"
                                + " {\"a\":1}"));
    }

    @Test
    void noItemsGiveAnEmptyList() throws Exception {
        assertThat(stage.output(map("", "\"I\": {\"Type\": \"Succeed\"}"), "[]"))
                .isEqualTo("[]");
    }

    @Test
    void anItemThatIsNotInAListIsRefused() throws Exception {
        assertThat(stage.failure(map("\"Items\": \"{% {'x': 1} %}\",", "\"I\": {\"Type\": \"Succeed\"}"), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.QueryEvaluationError",
                        "An error occurred while executing the state 'A'. The JSONata expression '{'x': 1}' specified"
                                + " for the field 'Items' returned an unexpected result type. Expected 'array', but was"
                                + " 'object' for value: {\"x\":1}"));
    }

    @Test
    void itemSelectorMakesTheInputFromItemIndexAndInput() throws Exception {
        String fields = """
                "Items": "{% $states.input.list %}", "ItemSelector": {"at": "{% $states.context.Map.Item.Index %}",
                  "is": "{% $states.context.Map.Item.Value %}", "of": "{% $states.input.job %}"},""";
        assertThat(stage.output(
                        map(fields, "\"I\": {\"Type\": \"Succeed\"}"), "{\"job\":\"j\",\"list\":[\"x\",\"y\"]}"))
                .isEqualTo("[{\"at\":0,\"is\":\"x\",\"of\":\"j\"},{\"at\":1,\"is\":\"y\",\"of\":\"j\"}]");
    }

    @Test
    void anIterationSeesItsItemInTheContext() throws Exception {
        String inner = """
                "I": {"Type": "Pass", "Output": "{% $states.context.Map.Item.(Value & Index) %}", "End": true}""";
        assertThat(stage.output(map("", inner), "[\"x\",\"y\"]")).isEqualTo("[\"x0\",\"y1\"]");
    }

    @Test
    void iterationsReadOuterVariablesAndHaveTheirOwn() throws Exception {
        String states = """
                "A": {"Type": "Pass", "Assign": {"outer": 10}, "Next": "M"},
                "M": {"Type": "Map", "Next": "Z", "ItemProcessor": {"StartAt": "I", "States": {
                  "I": {"Type": "Pass", "Assign": {"own": "{% $states.input + $outer %}"}, "Next": "J"},
                  "J": {"Type": "Pass", "Output": "{% $own %}", "End": true}}}},
                "Z": {"Type": "Pass", "Output": "{% [$states.input, $exists($own)] %}", "End": true}""";
        assertThat(stage.output(states, "[1,2]")).isEqualTo("[11,12,false]");
    }

    @Test
    void assignAndOutputReadTheResult() throws Exception {
        String states = """
                "A": {"Type": "Map", "Next": "Z", "Assign": {"n": "{% $count($states.result) %}"},
                  "Output": "{% $sum($states.result) %}",
                  "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}},
                "Z": {"Type": "Pass", "Output": "{% [$n, $states.input] %}", "End": true}""";
        assertThat(stage.output(states, "[1,2,3]")).isEqualTo("[3,6]");
    }

    @Test
    void theErrorOfAnIterationIsThatOfTheMap() throws Exception {
        String inner = """
                "I": {"Type": "Choice", "Default": "J", "Choices":
                  [{"Condition": "{% $states.input = 2 %}", "Next": "K"}]},
                "J": {"Type": "Succeed"}, "K": {"Type": "Fail", "Error": "Two", "Cause": "c"}""";
        assertThat(stage.failure(map("\"MaxConcurrency\": 1,", inner), "[1,2,3]"))
                .isEqualTo(ErrorOutput.of("Two", "c"));
    }

    @Test
    void aMapIsRetriedAsAWhole() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        stage.function("f", payload -> {
            calls.incrementAndGet();
            return calls.get() == 2 ? new Refused("X", "why") : new Returned(payload);
        });
        assertThat(stage.output(
                        map("\"MaxConcurrency\": 1, \"Retry\": [{\"ErrorEquals\": [\"X\"]}],", CALL), "[1,2,3]"))
                .isEqualTo("[1,2,3]");
        assertThat(stage.payloads).containsExactly("1", "2", "1", "2", "3");
    }

    @Test
    void aFailingIterationStopsTheOthers() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
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
        assertThat(stage.failure(map("", CALL), "[1,2]").error()).contains("X");
        assertThat(stopped.getCount()).isZero();
    }

    @Test
    void iterationsRunAtTheSameTimeUpToTheLimit() throws Exception {
        CountDownLatch together = new CountDownLatch(3);
        stage.function("f", payload -> {
            together.countDown();
            together.await();
            return new Returned(payload);
        });
        assertThat(stage.output(map("\"MaxConcurrency\": \"{% 1 + 2 %}\",", CALL), "[1,2,3,4]"))
                .isEqualTo("[1,2,3,4]");
    }

    @Test
    void aLimitOfOneKeepsTheOrder() throws Exception {
        stage.echo("f");
        stage.output(map("\"MaxConcurrency\": 1,", CALL), "[3,1,2]");
        assertThat(stage.payloads).containsExactly("3", "1", "2");
    }

    @Test
    void aNegativeLimitFails() throws Exception {
        assertThat(stage.failure(map("\"MaxConcurrency\": \"{% -1 %}\",", CALL), "[]")
                        .cause())
                .contains("An error occurred while executing the state 'A'. The field 'MaxConcurrency' must be a whole"
                        + " number from 0 to 2147483647, but is -1.");
    }
}
