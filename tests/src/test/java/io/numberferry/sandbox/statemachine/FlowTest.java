package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.sandbox.statemachine.ExecutionEvent.StateEntered;
import io.numberferry.sandbox.statemachine.ExecutionEvent.StateExited;
import io.numberferry.sandbox.statemachine.ExecutionResult.Failed;
import io.numberferry.sandbox.statemachine.ExecutionResult.Succeeded;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Choice, Wait, Pass, Succeed and Fail, and what goes from state to state.
class FlowTest {
    private final Stage stage = new Stage();

    @Test
    void passWithoutOutputGivesItsInputOn() throws Exception {
        String states = """
                "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}""";
        assertThat(stage.output(states, "{\"a\":[1,null]}")).isEqualTo("{\"a\":[1,null]}");
    }

    @Test
    void outputIsEvaluatedWhereverAnExpressionIsNested() throws Exception {
        String states = """
                "A": {"Type": "Pass", "End": true, "Output":
                  {"x": "{% $states.input.n + 1 %}", "n": null,
                   "y": ["{% $states.input.n %}", "z", {"w": "{%2%}"}]}}""";
        assertThat(stage.output(states, "{\"n\":1}")).isEqualTo("{\"x\":2,\"n\":null,\"y\":[1,\"z\",{\"w\":2}]}");
    }

    @Test
    void aStringThatIsOnlyPartlyAnExpressionIsAPlainString() throws Exception {
        String states = """
                "A": {"Type": "Pass", "End": true, "Output": ["a {% 1 %}", " {% 1 %}", "{% 1 %} ", "{%}"]}""";
        assertThat(stage.output(states, "{}")).isEqualTo("[\"a {% 1 %}\",\" {% 1 %}\",\"{% 1 %} \",\"{%}\"]");
    }

    @Test
    void choiceTakesTheFirstRuleThatHolds() throws Exception {
        String states = """
                "A": {"Type": "Choice", "Default": "Few", "Choices": [
                  {"Condition": "{% $states.input > 10 %}", "Next": "Many"},
                  {"Condition": "{% $states.input > 5 %}", "Next": "Some"}]},
                "Many": {"Type": "Pass", "Output": "many", "End": true},
                "Some": {"Type": "Pass", "Output": "some", "End": true},
                "Few": {"Type": "Pass", "Output": "few", "End": true}""";
        assertThat(stage.output(states, "11")).isEqualTo("\"many\"");
        assertThat(stage.output(states, "6")).isEqualTo("\"some\"");
        assertThat(stage.output(states, "5")).isEqualTo("\"few\"");
    }

    @Test
    void aRuleHasItsOwnAssignAndOutputAndTheDefaultThoseOfTheState() throws Exception {
        String states = """
                "A": {"Type": "Choice", "Default": "B", "Assign": {"by": "default"}, "Output": "left",
                  "Choices": [{"Condition": "{% $states.input %}", "Next": "B",
                    "Assign": {"by": "rule"}, "Output": "taken"}]},
                "B": {"Type": "Pass", "Output": "{% [$by, $states.input] %}", "End": true}""";
        assertThat(stage.output(states, "true")).isEqualTo("[\"rule\",\"taken\"]");
        assertThat(stage.output(states, "false")).isEqualTo("[\"default\",\"left\"]");
    }

    @Test
    void aRuleWithoutOutputGivesTheInputOn() throws Exception {
        String states = """
                "A": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "B"}]},
                "B": {"Type": "Succeed"}""";
        assertThat(stage.output(states, "7")).isEqualTo("7");
    }

    @Test
    void choiceWithoutAMatchAndWithoutDefaultFails() throws Exception {
        String states = """
                "A": {"Type": "Choice", "Choices": [{"Condition": "{% false %}", "Next": "B"}]},
                "B": {"Type": "Succeed"}""";
        assertThat(stage.failure(states, "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.NoChoiceMatched", "No condition of state 'A' holds, and it has no Default."));
    }

    @Test
    void aConditionThatIsNotTrueOrFalseFails() throws Exception {
        String states = """
                "A": {"Type": "Choice", "Choices": [{"Condition": "{% 1 %}", "Next": "B"}]},
                "B": {"Type": "Succeed"}""";
        assertThat(stage.failure(states, "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.QueryEvaluationError",
                        "An error occurred while executing the state 'A'. The JSONata expression '1' specified for the"
                                + " field 'Choices[0]/Condition' returned an unexpected result type."
                                + " Expected 'boolean', but was 'number' for value: 1"));
    }

    @Test
    void waitSleepsForItsSeconds() throws Exception {
        String states = """
                "A": {"Type": "Wait", "Seconds": 90, "Next": "B", "Assign": {"x": 1}, "Output": "slept"},
                "B": {"Type": "Wait", "Seconds": "{% $states.context.State.Name = 'B' ? 5 : 6 %}", "Next": "C"},
                "C": {"Type": "Succeed", "Output": "{% [$states.input, $x] %}"}""";
        assertThat(stage.output(states, "{}")).isEqualTo("[\"slept\",1]");
        assertThat(stage.timeline.slept()).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(5));
    }

    @Test
    void waitSleepsUntilItsTimestampAndNotAtAllWhenThatIsOver() throws Exception {
        String states = """
                "A": {"Type": "Wait", "Timestamp": "2026-01-01T01:00:30+01:00", "Next": "B"},
                "B": {"Type": "Wait", "Timestamp": "{% $states.input %}", "End": true}""";
        stage.output(states, "\"2025-12-31T23:59:59Z\"");
        assertThat(stage.timeline.slept()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void waitRefusesWhatItsExpressionsCannotMean() throws Exception {
        String seconds = """
                "A": {"Type": "Wait", "Seconds": "{% 1.5 %}", "End": true}""";
        assertThat(stage.failure(seconds, "{}").cause())
                .contains("An error occurred while executing the state 'A'. The field 'Seconds' must be a whole number"
                        + " from 0 to 99999999, but is 1.5.");
        String timestamp = """
                "A": {"Type": "Wait", "Timestamp": "{% 'noon' %}", "End": true}""";
        assertThat(stage.failure(timestamp, "{}").cause())
                .contains("An error occurred while executing the state 'A'. The field 'Timestamp' must be an RFC 3339"
                        + " instant, but is 'noon'.");
    }

    @Test
    void succeedEndsTheMachineWithItsOutput() throws Exception {
        String states = """
                "A": {"Type": "Succeed", "Output": {"done": "{% $states.input %}"}}""";
        assertThat(stage.run(Stage.machine(states), "true")).isEqualTo(new Succeeded("{\"done\":true}"));
    }

    @Test
    void failEndsTheMachineWithItsErrorAndCause() throws Exception {
        String states = """
                "A": {"Type": "Fail", "Error": "Full", "Cause": "{% 'more than ' & $states.input %}"}""";
        assertThat(stage.run(Stage.machine(states), "9"))
                .isEqualTo(new Failed(Optional.of("Full"), Optional.of("more than 9")));
        assertThat(stage.run(Stage.machine("\"A\": {\"Type\": \"Fail\"}"), "9"))
                .isEqualTo(new Failed(Optional.empty(), Optional.empty()));
    }

    @Test
    void assignSeesTheVariablesAsTheyWere() throws Exception {
        String states = """
                "A": {"Type": "Pass", "Assign": {"x": 1, "y": 2}, "Next": "B"},
                "B": {"Type": "Pass", "Assign": {"x": "{% $y %}", "y": "{% $x %}"},
                  "Output": "{% [$x, $y] %}", "Next": "C"},
                "C": {"Type": "Pass", "Output": "{% [$states.input, [$x, $y]] %}", "End": true}""";
        assertThat(stage.output(states, "{}")).isEqualTo("[1,2,[2,1]]");
    }

    @Test
    void outputDoesNotSeeWhatTheSameStateAssigns() throws Exception {
        String states = """
                "A": {"Type": "Pass", "Assign": {"x": 1}, "Output": "{% $x %}", "End": true}""";
        assertThat(stage.failure(states, "{}").cause())
                .contains("An error occurred while executing the state 'A'. The JSONata expression '$x' specified for"
                        + " the field 'Output' returned nothing (undefined).");
    }

    @Test
    void aListenerIsToldOfEveryState() throws Exception {
        String states = """
                "A": {"Type": "Wait", "Seconds": 3, "Next": "B"}, "B": {"Type": "Pass", "End": true}""";
        stage.output(states, "{}");
        String arn = "arn:aws:states:us-east-1:000000000000:execution:job:run-1";
        var later = VirtualTimeline.START.plusSeconds(3);
        assertThat(stage.events)
                .containsExactly(
                        new ExecutionEvent.ExecutionStarted(arn, VirtualTimeline.START),
                        new StateEntered(arn, VirtualTimeline.START, "A", "Wait"),
                        new StateExited(arn, later, "A"),
                        new StateEntered(arn, later, "B", "Pass"),
                        new StateExited(arn, later, "B"),
                        new ExecutionEvent.ExecutionEnded(arn, later, new Succeeded("{}")));
    }
}
