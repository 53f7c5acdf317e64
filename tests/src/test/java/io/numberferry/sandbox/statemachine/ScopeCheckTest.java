package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A variable inside a Map cannot have the name of one that is set before the Map.
class ScopeCheckTest {
    private static final String PROCESSOR =
            "\"StartAt\": \"I\", \"States\": {\"I\": {\"Type\": \"Pass\", \"Assign\": {\"x\": 2}, \"End\": true}}";
    private static final String MAP =
            "\"M\": {\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": {" + PROCESSOR + "}}";
    private static final String MESSAGE =
            "state 'I': field 'Assign/x' sets a variable that is set before the Map state around it; supported is"
                    + " another name";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"A\": {\"Type\": \"Pass\", \"Assign\": {\"x\": 1}, \"Next\": \"M\"}",
                "\"A\": {\"Type\": \"Pass\", \"Assign\": {\"x\": 1}, \"Next\": \"B\"},"
                        + " \"B\": {\"Type\": \"Pass\", \"Next\": \"M\"}",
                "\"A\": {\"Type\": \"Choice\", \"Default\": \"M\", \"Assign\": {\"x\": 1}, \"Choices\":"
                        + " [{\"Condition\": \"{% true %}\", \"Next\": \"M\"}]}",
                "\"A\": {\"Type\": \"Choice\", \"Choices\":"
                        + " [{\"Condition\": \"{% true %}\", \"Next\": \"M\", \"Assign\": {\"x\": 1}}]}",
                "\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Arguments\":"
                        + " {\"FunctionName\": \"f\"}, \"Next\": \"M\", \"Catch\":"
                        + " [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"M\", \"Assign\": {\"x\": 1}}]}"
            })
    void aVariableSetBeforeAnInlineMapIsNotSetInIt(String before) {
        assertThatThrownBy(() -> parse(before + ", " + MAP))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessage(MESSAGE);
    }

    @Test
    void aLoopBackToTheMapCountsAsBefore() {
        String states = """
                "A": {"Type": "Map", "Next": "B", "ItemProcessor": {%s}},
                "B": {"Type": "Choice", "Default": "C", "Choices":
                  [{"Condition": "{%% true %%}", "Next": "A", "Assign": {"x": 1}}]},
                "C": {"Type": "Succeed"}""".formatted(PROCESSOR);
        assertThatThrownBy(() -> parse(states)).hasMessage(MESSAGE);
    }

    @Test
    void aDistributedMapIsNoExceptionAlthoughItsChildrenDoNotSeeTheVariable() {
        String states = """
                "A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "M"},
                "M": {"Type": "Map", "End": true, "ItemProcessor":
                  {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                   %s}}""".formatted(PROCESSOR);
        assertThatThrownBy(() -> parse(states)).hasMessage(MESSAGE);
    }

    @Test
    void aMapInAMapIsUnderBoth() {
        String states = """
                "A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "N"},
                "N": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "M", "States": {%s}}}""".formatted(MAP);
        assertThatThrownBy(() -> parse(states)).hasMessage(MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"A\": {\"Type\": \"Pass\", \"Assign\": {\"y\": 1}, \"Next\": \"M\"}, ",
                "\"A\": {\"Type\": \"Choice\", \"Default\": \"M\", \"Choices\":"
                        + " [{\"Condition\": \"{% true %}\", \"Next\": \"B\", \"Assign\": {\"x\": 1}}]},"
                        + " \"B\": {\"Type\": \"Succeed\"}, "
            })
    void otherVariablesAndOtherWaysDoNotMatter(String before) {
        assertThatCode(() -> parse(before + MAP)).doesNotThrowAnyException();
    }

    @Test
    void aVariableSetAfterTheMapDoesNotMatter() {
        String states = """
                "A": {"Type": "Map", "Next": "B", "Assign": {"x": 1}, "ItemProcessor": {%s}},
                "B": {"Type": "Pass", "Assign": {"x": 1}, "End": true}""".formatted(PROCESSOR);
        assertThatCode(() -> parse(states)).doesNotThrowAnyException();
    }

    private static StateMachine parse(String states) {
        return StateMachine.parse(Stage.machine(states), Map.of());
    }
}
