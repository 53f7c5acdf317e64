package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What expressions give, and how they fail.
class EvaluationTest {
    private final Stage stage = new Stage();

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
                    # null and undefined
                    $states.input.n                          => null
                    $states.input.list[2]                    => null
                    [null]                                   => [null]
                    {'a': null, 'b': $states.input.missing}  => {"a":null}
                    $exists($states.input.n)                 => true
                    $type($states.input.n)                   => "null"
                    $string($states.input.list)              => "[1,2,null]"
                    # numbers
                    1 + 1                                    => 2
                    10 / 4                                   => 2.5
                    $states.input.big                        => 9007199254740993
                    $states.input.real                       => 2
                    1e300                                    => 1.0E300
                    # a list of one is that one, unless it is asked to stay a list
                    $states.input.rows[x = 5]                => {"x":5}
                    $states.input.rows[x = 5][]              => [{"x":5}]
                    $states.input.rows.x                     => [5,6]
                    [1..3]                                   => [1,2,3]
                    $map([1, 2], function($v) { $v * 2 })    => [2,4]
                    $merge([$states.input.rows[0], {'y': 1}]) => {"x":5,"y":1}
                    $states.input.rows ~> |$|{'x': 0}|       => [{"x":0},{"x":0}]
                    """)
    void expressionGives(String expression, String expected) throws Exception {
        String input = """
                {"n": null, "list": [1, 2, null], "big": 9007199254740993, "real": 2.0,
                  "rows": [{"x": 5}, {"x": 6}]}""";
        assertThat(stage.output(pass(expression), input)).isEqualTo(expected);
    }

    @Test
    void anExpressionThatGivesNothingFails() throws Exception {
        assertFails(
                "$states.input.missing",
                "The JSONata expression '$states.input.missing' specified for the field 'Output' returned nothing"
                        + " (undefined).");
    }

    @Test
    void theWholeInputHasNoNameButStates() throws Exception {
        assertFails("$", "The JSONata expression '$' specified for the field 'Output' returned nothing (undefined).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"function($v) { $v }", "$uppercase", "[$uppercase]", "{'a': function() { 1 }}", "/a/"})
    void aFunctionIsNotAValue(String expression) throws Exception {
        assertFails(
                expression,
                "The JSONata expression '" + expression
                        + "' specified for the field 'Output' returned an unsupported result type.");
    }

    @Test
    void aWrongTypeFailsWithTheCodeOfJsonata() throws Exception {
        assertFails(
                "1 + 'a'",
                "The JSONata expression '1 + 'a'' specified for the field 'Output' threw an error during evaluation."
                        + " T2002: The right side of the \"+\" operator must evaluate to a number");
    }

    @Test
    void anUnknownFunctionFails() throws Exception {
        assertFails(
                "$nosuch(1)",
                "The JSONata expression '$nosuch(1)' specified for the field 'Output' threw an error during evaluation."
                        + " T1006: Attempted to invoke a non-function");
    }

    @Test
    void anEndlessExpressionIsStopped() throws Exception {
        assertFails(
                "($f := function($n) { $f($n + 1) }; $f(1))",
                "The JSONata expression '($f := function($n) { $f($n + 1) }; $f(1))' specified for the field 'Output'"
                        + " threw an error during evaluation. It took more than 2000000 steps");
    }

    @Test
    void anExpressionThatCallsItselfTooDeeplyIsStopped() throws Exception {
        assertFails(
                "($f := function($n) { 1 + $f($n + 1) }; $f(1))",
                "The JSONata expression '($f := function($n) { 1 + $f($n + 1) }; $f(1))' specified for the field"
                        + " 'Output' threw an error during evaluation. It calls itself too deeply");
    }

    @Test
    void theFieldOfANestedExpressionIsNamed() throws Exception {
        String states = """
                "A": {"Type": "Pass", "End": true, "Output": {"rows": [{"id": "{% $x %}"}]}}""";
        ErrorOutput failure = stage.failure(states, "{}");
        assertThat(failure)
                .isEqualTo(ErrorOutput.of(
                        "States.QueryEvaluationError",
                        "An error occurred while executing the state 'A'. The JSONata expression '$x' specified for the"
                                + " field 'Output/rows[0]/id' returned nothing (undefined)."));
    }

    @Test
    void theContextTellsOfExecutionStateAndMachine() throws Exception {
        String states = """
                "A": {"Type": "Wait", "Seconds": 61, "Next": "B"},
                "B": {"Type": "Pass", "Output": "{% $states.context %}", "End": true}""";
        String expected = """
                {"Execution":{"Id":"arn:aws:states:us-east-1:000000000000:execution:job:run-1","Name":"run-1",\
                "StartTime":"2026-01-01T00:00:00.000Z","RedriveCount":0,"Input":{"a":1}},\
                "StateMachine":{"Id":"arn:aws:states:us-east-1:000000000000:stateMachine:job","Name":"job"},\
                "State":{"Name":"B","EnteredTime":"2026-01-01T00:01:01.000Z"}}""";
        assertThat(stage.output(states, "{\"a\":1}")).isEqualTo(expected);
    }

    private void assertFails(String expression, String reason) throws InterruptedException {
        assertThat(stage.failure(pass(expression), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.QueryEvaluationError", "An error occurred while executing the state 'A'. " + reason));
    }

    private static String pass(String expression) {
        return "\"A\": {\"Type\": \"Pass\", \"End\": true, \"Output\": \"{% " + expression + " %}\"}";
    }
}
