package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecoveryReaderTest {
    /// @param recovery the `Retry` or `Catch` of a Task
    @ParameterizedTest(name = "{1}")
    @MethodSource({"retry", "catches"})
    void recoveryIsRefused(String recovery, String message) {
        String definition =
                Stage.machine("\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\","
                        + " \"Arguments\": {\"FunctionName\": \"f\"}, \"End\": true, " + recovery + "}");
        assertThatThrownBy(() -> StateMachine.parse(definition, Map.of()))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessage("state 'A': " + message);
    }

    static Stream<Arguments> retry() {
        String errors = "\"Retry\": [{\"ErrorEquals\": [\"X\"], ";
        return Stream.of(
                arguments("\"Retry\": []", "field 'Retry' must be an array that is not empty, but is []"),
                arguments("\"Retry\": [{}]", "field 'Retry[0]/ErrorEquals' is missing"),
                arguments(
                        "\"Retry\": [{\"ErrorEquals\": []}]",
                        "field 'Retry[0]/ErrorEquals' must be an array that is not empty, but is []"),
                arguments(
                        errors + "\"Delay\": 1}]",
                        "field 'Retry[0]/Delay' is not supported; supported in Retry are Comment, ErrorEquals,"
                                + " IntervalSeconds, MaxAttempts, BackoffRate, MaxDelaySeconds, JitterStrategy"),
                arguments(
                        errors + "\"IntervalSeconds\": 0}]",
                        "field 'Retry[0]/IntervalSeconds' must be a whole number from 1 to 99999999, but is 0"),
                arguments(
                        errors + "\"MaxAttempts\": \"{% 1 %}\"}]",
                        "field 'Retry[0]/MaxAttempts' must be a whole number from 0 to 99999999, but is \"{% 1 %}\""),
                arguments(
                        errors + "\"BackoffRate\": 0.5}]",
                        "field 'Retry[0]/BackoffRate' must be a number from 1 to 99999999, but is 0.5"),
                arguments(
                        errors + "\"MaxDelaySeconds\": 31622400}]",
                        "field 'Retry[0]/MaxDelaySeconds' must be a whole number from 1 to 31622399, but is 31622400"),
                arguments(
                        errors + "\"IntervalSeconds\": 5, \"MaxDelaySeconds\": 5}]",
                        "field 'Retry[0]/MaxDelaySeconds' must be more than IntervalSeconds, which is 5"),
                arguments(
                        errors + "\"JitterStrategy\": \"SOME\"}]",
                        "field 'Retry[0]/JitterStrategy' is 'SOME'; supported is FULL or NONE"),
                arguments(
                        "\"Retry\": [{\"ErrorEquals\": [\"X\", \"States.ALL\"]}]",
                        "field 'Retry[0]/ErrorEquals' names States.ALL and more; it must stand alone"),
                arguments(
                        "\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}, {\"ErrorEquals\": [\"X\"]}]",
                        "field 'Retry' names States.ALL before its last element, which would never be reached"),
                arguments(
                        "\"Retry\": [{\"ErrorEquals\": [\"States.TimeOut\"]}]",
                        "field 'Retry[0]/ErrorEquals' names States.TimeOut, which is no error of the States Language;"
                                + " its errors are States.ALL, States.TaskFailed, States.Timeout,"
                                + " States.HeartbeatTimeout, States.Permissions, States.QueryEvaluationError,"
                                + " States.DataLimitExceeded, States.ExceedToleratedFailureThreshold,"
                                + " States.ItemReaderFailed, States.ResultWriterFailed, States.BranchFailed,"
                                + " States.NoChoiceMatched, States.Runtime"));
    }

    static Stream<Arguments> catches() {
        return Stream.of(
                arguments("\"Catch\": {}", "field 'Catch' must be an array that is not empty, but is {}"),
                arguments("\"Catch\": [{\"ErrorEquals\": [\"X\"]}]", "field 'Catch[0]/Next' is missing"),
                arguments(
                        "\"Catch\": [{\"ErrorEquals\": [\"X\"], \"Next\": \"A\", \"ResultPath\": \"$\"}]",
                        "field 'Catch[0]/ResultPath' is not supported; supported in Catch are Comment, ErrorEquals,"
                                + " Next, Assign, Output"),
                arguments(
                        "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"A\"},"
                                + " {\"ErrorEquals\": [\"X\"], \"Next\": \"A\"}]",
                        "field 'Catch' names States.ALL before its last element, which would never be reached"));
    }
}
