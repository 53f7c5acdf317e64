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

/// What holds a definition together: its top level, its names, where its states lead.
class DefinitionReaderTest {
    private static final String DONE = "\"B\": {\"Type\": \"Succeed\"}";

    @Test
    void commentsTimeoutAndQueryLanguageAreRead() {
        String definition = """
                {"Comment": "c", "QueryLanguage": "JSONata", "TimeoutSeconds": 60, "StartAt": "A", "States":
                  {"A": {"Type": "Pass", "Comment": "c", "QueryLanguage": "JSONata", "End": true}}}""";
        StateMachine machine = StateMachine.parse(definition, Map.of());
        assertThat(machine.timeout())
                .hasValueSatisfying(timeout -> assertThat(timeout).hasSeconds(60));
    }

    @Test
    void commentsMayStandOnEveryPart() {
        String states = """
                "A": {"Type": "Map", "Comment": "c", "Next": "C",
                  "ItemProcessor": {"Comment": "c", "StartAt": "B", "States": {"B": {"Type": "Succeed"}}},
                  "Retry": [{"Comment": "c", "ErrorEquals": ["X"]}],
                  "Catch": [{"Comment": "c", "ErrorEquals": ["X"], "Next": "C"}]},
                "C": {"Type": "Choice", "Default": "D",
                  "Choices": [{"Comment": "{% (1 %}", "Condition": "{% true %}", "Next": "D"}]},
                "D": {"Type": "Succeed"}""";
        assertThat(StateMachine.parse(Stage.machine(states), Map.of())
                        .workflow()
                        .states())
                .hasSize(3);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void definitionIsRefused(String definition, String message) {
        assertThatThrownBy(() -> StateMachine.parse(definition, Map.of()))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> definitionIsRefused() {
        return Stream.of(
                arguments(
                        "{\"States\": }",
                        "the state machine: is not JSON: Unexpected character ('}' (code 125)): expected a valid value"
                                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
                arguments("", "the state machine: is not JSON: there is no JSON value"),
                arguments("{} {}", "the state machine: is not JSON: there is more after the JSON value"),
                arguments("{\"A\": 1, \"A\": 2}", "the state machine: is not JSON: Duplicate field 'A'"),
                arguments("[]", "the state machine: must be an object, but is []"),
                arguments(
                        "{\"StartAt\": \"A\", \"States\": {}}",
                        "the state machine: field 'QueryLanguage' is missing, which means JSONPath; supported is"
                                + " JSONata"),
                arguments(
                        "{\"QueryLanguage\": \"JSONPath\"}",
                        "the state machine: field 'QueryLanguage' is 'JSONPath'; supported is JSONata"),
                arguments(
                        "{\"QueryLanguage\": \"JSONata\", \"Version\": \"1.0\"}",
                        "the state machine: field 'Version' is not supported; supported in a state machine are"
                                + " QueryLanguage, Comment, StartAt, States, TimeoutSeconds"),
                arguments("{\"QueryLanguage\": \"JSONata\"}", "the state machine: field 'StartAt' is missing"),
                arguments(
                        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\"}",
                        "the state machine: field 'States' is missing"),
                arguments(
                        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": []}",
                        "the state machine: field 'States' must be an object, but is []"),
                arguments(
                        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": 7, \"States\": {}}",
                        "the state machine: field 'StartAt' must be a string that is not empty, but is 7"),
                arguments(
                        "{\"QueryLanguage\": \"JSONata\", \"TimeoutSeconds\": 0, \"StartAt\": \"B\", \"States\": {"
                                + DONE + "}}",
                        "the state machine: field 'TimeoutSeconds' must be a whole number from 1 to 99999999, but is"
                                + " 0"),
                arguments(
                        "{\"QueryLanguage\": \"JSONata\", \"TimeoutSeconds\": \"{% 1 %}\", \"StartAt\": \"B\","
                                + " \"States\": {" + DONE + "}}",
                        "the state machine: field 'TimeoutSeconds' must be a whole number from 1 to 99999999, but is"
                                + " \"{% 1 %}\""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void statesAreRefused(String states, String message) {
        assertThatThrownBy(() -> StateMachine.parse(Stage.machine(states), Map.of()))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> statesAreRefused() {
        return Stream.of(
                arguments(DONE, "the state machine: field 'StartAt' names 'A', which is no state beside it"),
                arguments("\"A\": 1", "state 'A': must be an object, but is 1"),
                arguments(
                        "\"\": {}",
                        "the state machine: field 'States/' is no name of a state; supported are 1 to 80 characters"),
                arguments(
                        "\"" + "x".repeat(81) + "\": {}",
                        "the state machine: field 'States/" + "x".repeat(81)
                                + "' is no name of a state; supported are 1 to 80 characters"),
                arguments(
                        "\"A\": {\"Type\": \"Pass\", \"Next\": \"C\"}",
                        "state 'A': field 'Next' names 'C', which is no state beside it"),
                arguments(
                        "\"A\": {\"Type\": \"Succeed\"}, " + DONE,
                        "the state machine: field 'States/B' is a state to which no other leads"),
                arguments(
                        "\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Pass\", \"Next\": \"A\"}",
                        "the state machine: field 'States' has no state that ends; there must be an 'End', a Succeed or"
                                + " a Fail"),
                arguments(
                        "\"A\": {\"Type\": \"Choice\", \"Default\": \"C\", \"Choices\":"
                                + " [{\"Condition\": \"{% true %}\", \"Next\": \"B\"}]}, " + DONE,
                        "state 'A': field 'Default' names 'C', which is no state beside it"),
                arguments(
                        "\"A\": {\"Type\": \"Choice\", \"Choices\":"
                                + " [{\"Condition\": \"{% true %}\", \"Next\": \"C\"}]}, " + DONE,
                        "state 'A': field 'Choices/Next' names 'C', which is no state beside it"),
                arguments(
                        "\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Arguments\":"
                                + " {\"FunctionName\": \"f\"}, \"End\": true, \"Catch\":"
                                + " [{\"ErrorEquals\": [\"X\"], \"Next\": \"C\"}]}",
                        "state 'A': field 'Catch/Next' names 'C', which is no state beside it"));
    }

    @Test
    void aNameOfEightyCharactersIsAState() {
        String name = "x".repeat(80);
        assertThat(StateMachine.parse(
                                Stage.machine("\"A\": {\"Type\": \"Pass\", \"Next\": \"" + name + "\"}, \"" + name
                                        + "\": {\"Type\": \"Succeed\"}"),
                                Map.of())
                        .workflow()
                        .states())
                .containsKey(name);
    }

    @Test
    void aNameInsideAMapMustNotBeThatOfAStateOutside() {
        String states = """
                "A": {"Type": "Map", "End": true, "ItemProcessor":
                  {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}}""";
        assertThatThrownBy(() -> StateMachine.parse(Stage.machine(states), Map.of()))
                .hasMessage("state 'A': field 'ItemProcessor/States/A' is the name of another state too; supported are"
                        + " names used once");
    }

    @Test
    void statesInsideAMapCannotLeadOut() {
        String states = """
                "A": {"Type": "Map", "Next": "B", "ItemProcessor":
                  {"StartAt": "C", "States": {"C": {"Type": "Pass", "Next": "B"}}}},
                "B": {"Type": "Succeed"}""";
        assertThatThrownBy(() -> StateMachine.parse(Stage.machine(states), Map.of()))
                .hasMessage("state 'C': field 'Next' names 'B', which is no state beside it");
    }
}
