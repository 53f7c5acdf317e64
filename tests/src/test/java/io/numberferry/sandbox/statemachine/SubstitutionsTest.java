package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SubstitutionsTest {
    private final Stage stage = new Stage();

    @Test
    void namesAreReplacedInEveryString() throws Exception {
        String states = """
                "A": {"Type": "Pass", "End": true, "Output":
                  {"whole": "${One}", "parts": ["<${One}-${Two}>"],
                    "inside": "{% '${Two}' & 1 %}", "other": "$Two"}}""";
        StateMachine machine = StateMachine.parse(Stage.machine(states), Map.of("One", "1\"$2\\", "Two", "x"));
        assertThat(stage.run(machine, "{}"))
                .isEqualTo(new ExecutionResult.Succeeded("{\"whole\":\"1\\\"$2\\\\\",\"parts\":[\"<1\\\"$2\\\\-x>\"],"
                        + "\"inside\":\"x1\",\"other\":\"$Two\"}"));
    }

    @Test
    void aNameWithoutAValueIsRefused() {
        String definition = Stage.machine("\"A\": {\"Type\": \"Pass\", \"Output\": \"${Zwei}\", \"End\": true}");
        assertThatThrownBy(() -> StateMachine.parse(definition, Map.of("Two", "x", "One", "y")))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessage("substitution 'Zwei' is used in the definition, but given are One, Two");
        assertThatThrownBy(() -> StateMachine.parse(definition, Map.of()))
                .hasMessage("substitution 'Zwei' is used in the definition, but none are given");
    }

    @Test
    void aValueWithoutAUseIsRefused() {
        assertThatThrownBy(
                        () -> StateMachine.parse(Stage.machine("\"A\": {\"Type\": \"Succeed\"}"), Map.of("One", "x")))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessage("substitution 'One' is given, but the definition does not use it");
    }

    @Test
    void aNameOfAFieldCannotBeReplaced() {
        assertThatThrownBy(() -> StateMachine.parse(Stage.machine("\"${One}\": {}"), Map.of("One", "A")))
                .hasMessage("field '${One}' has a substitution in its name; supported are substitutions in strings");
    }
}
