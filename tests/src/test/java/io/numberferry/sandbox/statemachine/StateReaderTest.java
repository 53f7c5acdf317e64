package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a state may not hold, by its type.
class StateReaderTest {
    private static final String TASK = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", ";
    private static final String EVENTS = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::events:putEvents\", ";

    /// @param state the fields of state `A`
    @ParameterizedTest(name = "{1}")
    @MethodSource({"anyState", "task", "choice", "waiting", "passSucceedAndFail", "assign"})
    void stateIsRefused(String state, String message) {
        String definition = Stage.machine("\"A\": {" + state + "}");
        assertThatThrownBy(() -> StateMachine.parse(definition, Map.of()))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessage("state 'A': " + message);
    }

    static Stream<Arguments> anyState() {
        return Stream.of(
                arguments("", "field 'Type' is missing"),
                arguments(
                        "\"Type\": \"Parallel\"",
                        "field 'Type' is 'Parallel'; supported is Task or Map or Choice or Wait or Pass or Succeed or"
                                + " Fail"),
                arguments(
                        "\"Type\": \"Succeed\", \"QueryLanguage\": \"JSONPath\"",
                        "field 'QueryLanguage' is 'JSONPath'; supported is JSONata"),
                arguments("\"Type\": \"Pass\"", "field 'Next' or 'End' must be given, and not both"),
                arguments(
                        "\"Type\": \"Pass\", \"Next\": \"A\", \"End\": true",
                        "field 'Next' or 'End' must be given, and not both"),
                arguments("\"Type\": \"Pass\", \"End\": false", "field 'End' must be true, but is false"));
    }

    static Stream<Arguments> task() {
        return Stream.of(
                arguments(
                        TASK + "\"HeartbeatSeconds\": 5",
                        "field 'HeartbeatSeconds' is not supported; supported in a Task state are Type, Comment,"
                                + " QueryLanguage, Resource, Arguments, TimeoutSeconds, Retry, Catch, Assign, Output,"
                                + " Next, End"),
                arguments(
                        "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke.waitForTaskToken\"",
                        "field 'Resource' is 'arn:aws:states:::lambda:invoke.waitForTaskToken'; supported is"
                                + " arn:aws:states:::lambda:invoke or arn:aws:states:::events:putEvents or"
                                + " arn:aws:states:::events:putEvents.waitForTaskToken"),
                arguments(
                        EVENTS + "\"Arguments\": {\"Entries\": [], \"EndpointId\": \"e\"}",
                        "field 'Arguments/EndpointId' is not supported; supported in the Arguments of"
                                + " arn:aws:states:::events:putEvents are Entries"),
                arguments(
                        EVENTS + "\"Arguments\": {\"Entries\": []}, \"TimeoutSeconds\": 5",
                        "field 'TimeoutSeconds' is supported for arn:aws:states:::lambda:invoke and"
                                + " arn:aws:states:::events:putEvents.waitForTaskToken only"),
                arguments(TASK + "\"End\": true", "field 'Arguments' is missing"),
                arguments(
                        TASK + "\"Arguments\": \"{% $states.input %}\"",
                        "field 'Arguments' must be an object, but is \"{% $states.input %}\""),
                arguments(TASK + "\"Arguments\": {}", "field 'Arguments/FunctionName' is missing"),
                arguments(
                        TASK + "\"Arguments\": {\"FunctionName\": \"f\", \"InvocationType\": \"Event\"}",
                        "field 'Arguments/InvocationType' is not supported; supported in the Arguments of"
                                + " arn:aws:states:::lambda:invoke are FunctionName, Payload"),
                arguments(
                        TASK + "\"Arguments\": {\"FunctionName\": \"f\"}, \"TimeoutSeconds\": 1.5",
                        "field 'TimeoutSeconds' must be a whole number from 1 to 99999999, but is 1.5"),
                arguments(
                        TASK + "\"Arguments\": {\"FunctionName\": \"f\"}, \"TimeoutSeconds\": \"60\"",
                        "field 'TimeoutSeconds' must be a whole number from 1 to 99999999, but is \"60\""));
    }

    static Stream<Arguments> choice() {
        String rule = "\"Type\": \"Choice\", \"Choices\": [{\"Condition\": \"{% true %}\", ";
        return Stream.of(
                arguments("\"Type\": \"Choice\"", "field 'Choices' is missing"),
                arguments(
                        "\"Type\": \"Choice\", \"Choices\": []",
                        "field 'Choices' must be an array that is not empty, but is []"),
                arguments("\"Type\": \"Choice\", \"Choices\": [1]", "field 'Choices[0]' must be an object, but is 1"),
                arguments(
                        rule + "\"Variable\": \"$.x\"}]",
                        "field 'Choices[0]/Variable' is not supported; supported in Choices are Comment, Condition,"
                                + " Next, Assign, Output"),
                arguments(rule + "\"Comment\": \"c\"}]", "field 'Choices[0]/Next' is missing"),
                arguments(
                        "\"Type\": \"Choice\", \"Choices\": [{\"Condition\": \"true\", \"Next\": \"A\"}]",
                        "field 'Choices[0]/Condition' must be an expression, {% ... %}"),
                arguments(
                        rule + "\"Next\": \"A\"}], \"End\": true",
                        "field 'End' is not supported; supported in a Choice state are Type, Comment, QueryLanguage,"
                                + " Choices, Default, Assign, Output"));
    }

    static Stream<Arguments> waiting() {
        return Stream.of(
                arguments(
                        "\"Type\": \"Wait\", \"End\": true",
                        "field 'Seconds' or 'Timestamp' must be given, and not both"),
                arguments(
                        "\"Type\": \"Wait\", \"Seconds\": 1, \"Timestamp\": \"2026-01-01T00:00:00Z\", \"End\": true",
                        "field 'Seconds' or 'Timestamp' must be given, and not both"),
                arguments(
                        "\"Type\": \"Wait\", \"Seconds\": -1, \"End\": true",
                        "field 'Seconds' must be a whole number from 0 to 99999999, but is -1"),
                arguments(
                        "\"Type\": \"Wait\", \"Timestamp\": \"noon\", \"End\": true",
                        "field 'Timestamp' must be an RFC 3339 instant or an expression, but is \"noon\""),
                arguments(
                        "\"Type\": \"Wait\", \"SecondsPath\": \"$.x\", \"End\": true",
                        "field 'SecondsPath' is not supported; supported in a Wait state are Type, Comment,"
                                + " QueryLanguage, Seconds, Timestamp, Assign, Output, Next, End"));
    }

    static Stream<Arguments> passSucceedAndFail() {
        return Stream.of(
                arguments(
                        "\"Type\": \"Pass\", \"Result\": {}, \"End\": true",
                        "field 'Result' is not supported; supported in a Pass state are Type, Comment, QueryLanguage,"
                                + " Assign, Output, Next, End"),
                arguments(
                        "\"Type\": \"Succeed\", \"End\": true",
                        "field 'End' is not supported; supported in a Succeed state are Type, Comment, QueryLanguage,"
                                + " Output"),
                arguments(
                        "\"Type\": \"Fail\", \"ErrorPath\": \"$.x\"",
                        "field 'ErrorPath' is not supported; supported in a Fail state are Type, Comment,"
                                + " QueryLanguage, Error, Cause"),
                arguments(
                        "\"Type\": \"Fail\", \"Error\": 404",
                        "field 'Error' must be a string that is not empty, but is 404"));
    }

    static Stream<Arguments> assign() {
        String pass = "\"Type\": \"Pass\", \"End\": true, \"Assign\": ";
        String rule = "' is no name of a variable; supported are letters, digits and _, at most 80, a letter first";
        return Stream.of(
                arguments(pass + "1", "field 'Assign' must be an object, but is 1"),
                arguments(pass + "{\"states\": 1}", "field 'Assign/states' sets $states, which is reserved"),
                arguments(pass + "{\"x.y\": 1}", "field 'Assign/x.y" + rule),
                arguments(pass + "{\"\": 1}", "field 'Assign/" + rule),
                arguments(pass + "{\"1x\": 1}", "field 'Assign/1x" + rule),
                arguments(pass + "{\"" + "x".repeat(81) + "\": 1}", "field 'Assign/" + "x".repeat(81) + rule));
    }
}
