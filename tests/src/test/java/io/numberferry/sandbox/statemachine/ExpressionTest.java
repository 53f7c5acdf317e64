package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What of JSONata a definition may use, and where.
class ExpressionTest {
    @ParameterizedTest(name = "{1}")
    @MethodSource
    void expressionIsRefused(String expression, String message) {
        assertThatThrownBy(() -> parse(output(expression)))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessage("state 'A': field 'Output/x[1]' " + message);
    }

    static Stream<Arguments> expressionIsRefused() {
        return Stream.of(
                arguments(
                        "(1",
                        "holds an expression that does not parse: Expected \\\")\\\" before end of expression"
                                .replace("\\", "")),
                arguments("", "holds an expression that does not parse: Unexpected end of expression"),
                arguments("$eval('1')", "uses $eval, which Step Functions has not; supported is $parse"),
                arguments("$map(['1'], $eval)", "uses $eval, which Step Functions has not; supported is $parse"),
                arguments("$a ?? 1", "uses ??, which JSONata 2.0.6 has not; supported is ? :"),
                arguments("$a ?: 1", "uses ?:, which JSONata 2.0.6 has not; supported is ? :"),
                arguments(
                        "$states.result.x",
                        "reads $states.result, which is not there; there are $states.input, $states.context"),
                arguments(
                        "$states.errorOutput",
                        "reads $states.errorOutput, which is not there; there are $states.input, $states.context"),
                arguments(
                        "$states . inptu",
                        "reads $states.inptu, which is not there; there are $states.input, $states.context"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'$eval ?? ?: $states.result'",
                "$evaluation",
                "/* ?? */ 1",
                "`a?:b`",
                "$match('ab', /(?:a|b)/)",
                "function($x)<s?:s>{$x}('a')",
                "true ? 1 : 2",
                "$states.input.result",
                "'\\\\\\\\ ?? ' & 1"
            })
    void whatOnlyLooksSoIsNotRefused(String expression) {
        assertThat(parse(output(expression)).workflow().startAt()).isEqualTo("A");
    }

    @Test
    void aTaskReadsItsResultAfterwardsOnly() {
        assertThatThrownBy(() -> parse(task("{% $states.result %}", "{% $states.result %}", "{% 1 %}")))
                .hasMessage("state 'A': field 'Arguments/Payload' reads $states.result, which is not there; there are"
                        + " $states.input, $states.context");
        assertThat(parse(task("{% $states.input %}", "{% $states.result %}", "{% $states.errorOutput %}"))
                        .workflow()
                        .states())
                .containsKey("A");
    }

    @Test
    void aCatcherReadsTheErrorAndNoResult() {
        assertThatThrownBy(() -> parse(task("{% 1 %}", "{% 1 %}", "{% $states.result %}")))
                .hasMessage("state 'A': field 'Catch[0]/Output' reads $states.result, which is not there; there are"
                        + " $states.input, $states.context, $states.errorOutput");
    }

    private static String output(String expression) {
        return "\"A\": {\"Type\": \"Pass\", \"End\": true, \"Output\": {\"x\": [1, \"{% " + expression + " %}\"]}}";
    }

    private static String task(String payload, String output, String caught) {
        return """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "B",
                  "Arguments": {"FunctionName": "f", "Payload": "%s"}, "Output": "%s",
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B", "Output": "%s"}]},
                "B": {"Type": "Succeed"}""".formatted(payload, output, caught);
    }

    private static StateMachine parse(String states) {
        return StateMachine.parse(Stage.machine(states), Map.of());
    }
}
