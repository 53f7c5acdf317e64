package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.sandbox.statemachine.ExecutionEvent.TaskRetried;
import io.numberferry.sandbox.statemachine.InvocationResult.Refused;
import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Retry and Catch.
class RecoveryTest {
    private final Stage stage = new Stage();

    /// A function that fails with each of these errors in turn, and then gives 1.
    private void failing(String... errors) {
        Deque<String> left = new ArrayDeque<>(List.of(errors));
        stage.function("f", _ -> left.isEmpty() ? new Returned("1") : new Refused(left.remove(), "why"));
    }

    private static String task(String recovery) {
        return """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "B",
                  "Arguments": {"FunctionName": "f"}, "Output": "{%% $states.result.Payload %%}", %s},
                "B": {"Type": "Succeed"}""".formatted(recovery);
    }

    private List<Duration> sleptSeconds() {
        return stage.timeline.slept();
    }

    @Test
    void aRetrierWaitsOneSecondThenTwiceAsLongAndGivesUpAfterThree() throws Exception {
        failing("X", "X", "X");
        assertThat(stage.output(task("\"Retry\": [{\"ErrorEquals\": [\"X\"]}]"), "{}"))
                .isEqualTo("1");
        assertThat(sleptSeconds()).containsExactly(seconds(1), seconds(2), seconds(4));
        failing("X", "X", "X", "X");
        assertThat(stage.failure(task("\"Retry\": [{\"ErrorEquals\": [\"X\"]}]"), "{}"))
                .isEqualTo(ErrorOutput.of("X", "why"));
    }

    @Test
    void intervalRateAndLongestDelayAreTheDefinitions() throws Exception {
        failing("X", "X", "X", "X");
        String recovery = """
                "Retry": [{"ErrorEquals": ["X"], "IntervalSeconds": 3, "BackoffRate": 1.5, "MaxAttempts": 4,
                  "MaxDelaySeconds": 10, "JitterStrategy": "NONE"}]""";
        stage.output(task(recovery), "{}");
        assertThat(sleptSeconds())
                .containsExactly(seconds(3), Duration.ofMillis(4500), Duration.ofMillis(6750), seconds(10));
    }

    @Test
    void fullJitterDrawsFromNothingToTheWholeDelay() throws Exception {
        failing("X", "X");
        stage.output(
                task("\"Retry\": [{\"ErrorEquals\": [\"X\"], \"IntervalSeconds\": 10, \"JitterStrategy\": \"FULL\"}]"),
                "{}");
        Random drawn = new Random(1);
        assertThat(sleptSeconds())
                .containsExactly(Duration.ofNanos((long) (drawn.nextDouble() * 10e9)), Duration.ofNanos((long)
                        (drawn.nextDouble() * 20e9)));
    }

    @Test
    void noAttemptsMeansNever() throws Exception {
        failing("X");
        String recovery = """
                "Retry": [{"ErrorEquals": ["X"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"]}]""";
        assertThat(stage.failure(task(recovery), "{}").error()).contains("X");
        assertThat(sleptSeconds()).isEmpty();
    }

    @Test
    void eachRetrierCountsForItself() throws Exception {
        failing("X", "Y", "X", "Y");
        String recovery = """
                "Retry": [{"ErrorEquals": ["X"], "IntervalSeconds": 5, "MaxAttempts": 2},
                  {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 7, "MaxAttempts": 2}]""";
        stage.output(task(recovery), "{}");
        assertThat(sleptSeconds()).containsExactly(seconds(5), seconds(7), seconds(10), seconds(14));
    }

    @Test
    void everyRetryIsTold() throws Exception {
        failing("X", "X");
        stage.output(task("\"Retry\": [{\"ErrorEquals\": [\"X\"]}]"), "{}");
        String arn = "arn:aws:states:us-east-1:000000000000:execution:job:run-1";
        assertThat(stage.events(TaskRetried.class))
                .containsExactly(
                        new TaskRetried(arn, VirtualTimeline.START, "A", 1, Optional.of("X"), seconds(1)),
                        new TaskRetried(
                                arn, VirtualTimeline.START.plusSeconds(1), "A", 2, Optional.of("X"), seconds(2)));
    }

    @Test
    void retriesAreCountedInTheContext() throws Exception {
        failing("X", "X");
        String states = """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                  "Arguments": {"FunctionName": "f"}, "Output": "{% $states.context.State.RetryCount %}",
                  "Retry": [{"ErrorEquals": ["X"]}]}""";
        assertThat(stage.output(states, "{}")).isEqualTo("2");
    }

    @Test
    void anErrorInArgumentsOrOutputIsRetriedToo() throws Exception {
        stage.echo("f");
        String states = """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                  "Arguments": {"FunctionName": "f",
                    "Payload": "{% $states.context.State.RetryCount > 0 ? 1 : $states.input.none %}"},
                  "Output": "{% $states.context.State.RetryCount > 1 ? 2 : $states.input.none %}",
                  "Retry": [{"ErrorEquals": ["States.QueryEvaluationError"]}]}""";
        assertThat(stage.output(states, "{}")).isEqualTo("2");
        assertThat(stage.payloads).containsExactly("1", "1");
    }

    @Test
    void aCatcherLeadsOnWithTheErrorAsOutput() throws Exception {
        failing("X");
        assertThat(stage.output(task("\"Catch\": [{\"ErrorEquals\": [\"X\"], \"Next\": \"B\"}]"), "{}"))
                .isEqualTo("{\"Error\":\"X\",\"Cause\":\"why\"}");
    }

    @Test
    void aCatcherComesAfterTheRetriers() throws Exception {
        failing("X", "X");
        String recovery = """
                "Retry": [{"ErrorEquals": ["X"], "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["X"], "Next": "B", "Output": "caught"}]""";
        assertThat(stage.output(task(recovery), "{}")).isEqualTo("\"caught\"");
        assertThat(sleptSeconds()).containsExactly(seconds(1));
    }

    @Test
    void aCatcherHasItsOwnAssignAndOutputAndNotThoseOfTheState() throws Exception {
        failing("X");
        String states = """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "B",
                  "Arguments": {"FunctionName": "f"}, "Assign": {"by": "state", "only": 1},
                  "Catch": [{"ErrorEquals": ["X"], "Next": "B", "Assign": {"by": "{% $states.errorOutput.Error %}"},
                    "Output": "{% [$states.input, $states.errorOutput.Cause] %}"}]},
                "B": {"Type": "Pass", "Output": "{% [$states.input, $by, $exists($only)] %}", "End": true}""";
        assertThat(stage.output(states, "5")).isEqualTo("[5,\"why\",\"X\",false]");
    }

    @Test
    void theFirstCatcherThatNamesTheErrorIsTaken() throws Exception {
        failing("X");
        String recovery = """
                "Catch": [{"ErrorEquals": ["Y"], "Next": "B", "Output": 1},
                  {"ErrorEquals": ["Z", "X"], "Next": "B", "Output": 2},
                  {"ErrorEquals": ["States.ALL"], "Next": "B", "Output": 3}]""";
        assertThat(stage.output(task(recovery), "{}")).isEqualTo("2");
    }

    @Test
    void anErrorThatNoCatcherNamesEndsTheMachine() throws Exception {
        failing("X");
        assertThat(stage.failure(task("\"Catch\": [{\"ErrorEquals\": [\"Y\"], \"Next\": \"B\"}]"), "{}"))
                .isEqualTo(ErrorOutput.of("X", "why"));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
