package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.sandbox.statemachine.InvocationResult.Failed;
import io.numberferry.sandbox.statemachine.InvocationResult.Refused;
import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A Task that calls a Lambda function.
class TaskTest {
    private final Stage stage = new Stage();

    private static String task(String fields) {
        return "\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true, " + fields
                + "}";
    }

    @Test
    void theResultHasPayloadStatusAndVersion() throws Exception {
        stage.function("plan", _ -> new Returned("{\"lanes\":[]}"));
        assertThat(stage.output(task("\"Arguments\": {\"FunctionName\": \"plan\", \"Payload\": {}}"), "{}"))
                .isEqualTo("{\"ExecutedVersion\":\"$LATEST\",\"Payload\":{\"lanes\":[]},\"StatusCode\":200}");
    }

    @Test
    void functionNameAndPayloadAreEvaluated() throws Exception {
        stage.echo("plan:live");
        String fields = """
                "Arguments": {"FunctionName": "{% 'plan:' & $states.input.alias %}",
                  "Payload": {"bucket": "{% $states.input.bucket %}", "fixed": 1}}""";
        stage.output(task(fields), "{\"alias\":\"live\",\"bucket\":\"b\"}");
        assertThat(stage.payloads).containsExactly("{\"bucket\":\"b\",\"fixed\":1}");
    }

    @Test
    void withoutAPayloadTheFunctionGetsAnEmptyObject() throws Exception {
        stage.echo("f");
        stage.output(task("\"Arguments\": {\"FunctionName\": \"f\"}"), "{\"a\":1}");
        assertThat(stage.payloads).containsExactly("{}");
    }

    @Test
    void anEmptyAnswerIsNull() throws Exception {
        stage.function("f", _ -> new Returned(""));
        assertThat(stage.output(
                        task("\"Arguments\": {\"FunctionName\": \"f\"}, \"Output\": \"{% $states.result.Payload %}\""),
                        "{}"))
                .isEqualTo("null");
    }

    @Test
    void anAnswerThatIsNotJsonFails() throws Exception {
        stage.function("f", _ -> new Returned("{"));
        assertThat(stage.failure(task("\"Arguments\": {\"FunctionName\": \"f\"}"), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "Lambda.Unknown",
                        "The function's answer is not JSON: Unexpected end-of-input: expected close marker for"
                                + " Object"));
    }

    @Test
    void assignAndOutputReadTheResult() throws Exception {
        stage.echo("f");
        String states = """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "B",
                  "Arguments": {"FunctionName": "f", "Payload": 7},
                  "Assign": {"seven": "{% $states.result.Payload %}"}, "Output": "{% $states.result.Payload + 1 %}"},
                "B": {"Type": "Pass", "Output": "{% [$seven, $states.input] %}", "End": true}""";
        assertThat(stage.output(states, "{}")).isEqualTo("[7,8]");
    }

    @Test
    void anExceptionOfTheFunctionIsItsClassAndTheJsonThatLambdaGives() throws Exception {
        stage.function("f", _ -> new Failed("java.lang.IllegalStateException", "no", List.of("a.B.c(B.java:1)", "d")));
        String cause = """
                {"errorMessage":"no","errorType":"java.lang.IllegalStateException",\
                "stackTrace":["a.B.c(B.java:1)","d"]}""";
        assertThat(stage.failure(task("\"Arguments\": {\"FunctionName\": \"f\"}"), "{}"))
                .isEqualTo(ErrorOutput.of("java.lang.IllegalStateException", cause));
    }

    @Test
    void aCrashHasNoStackTrace() throws Exception {
        stage.function("f", _ -> new Failed("Runtime.ExitError", "exit status 3", List.of()));
        assertThat(stage.failure(task("\"Arguments\": {\"FunctionName\": \"f\"}"), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "Runtime.ExitError",
                        "{\"errorMessage\":\"exit status 3\",\"errorType\":\"Runtime.ExitError\"}"));
    }

    @Test
    void aRefusalOfTheServiceIsGivenOnAsItIs() throws Exception {
        stage.function("f", _ -> new Refused("Lambda.TooManyRequestsException", "Rate Exceeded."));
        assertThat(stage.failure(task("\"Arguments\": {\"FunctionName\": \"f\"}"), "{}"))
                .isEqualTo(ErrorOutput.of("Lambda.TooManyRequestsException", "Rate Exceeded."));
    }

    @Test
    void aFunctionThatTakesTooLongIsATimeout() throws Exception {
        stage.function("slow", payload -> {
            stage.timeline.sleep(Duration.ofSeconds(11));
            return new Returned(payload);
        });
        String arguments = "\"Arguments\": {\"FunctionName\": \"slow\"}, \"TimeoutSeconds\": ";
        assertThat(stage.failure(task(arguments + "10"), "{}")).isEqualTo(ErrorOutput.of("States.Timeout", ""));
        assertThat(stage.timeline.now()).isEqualTo(VirtualTimeline.START.plusSeconds(10));
        assertThat(stage.failure(task(arguments + "\"{% $states.input %}\""), "10")
                        .error())
                .contains("States.Timeout");
        assertThat(stage.output(task(arguments + "\"{% $states.input %}\""), "11"))
                .contains("200");
    }

    @Test
    void aTimeoutThatIsNoNumberFails() throws Exception {
        assertThat(stage.failure(
                                task("\"Arguments\": {\"FunctionName\": \"f\"}, \"TimeoutSeconds\": \"{% 'x' %}\""),
                                "{}")
                        .cause())
                .contains("An error occurred while executing the state 'A'. The field 'TimeoutSeconds' must be a whole"
                        + " number from 1 to 99999999, but is \"x\".");
    }

    @Test
    void aFunctionNameThatIsNoStringFails() throws Exception {
        assertThat(stage.failure(task("\"Arguments\": {\"FunctionName\": \"{% 5 %}\"}"), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.QueryEvaluationError",
                        "An error occurred while executing the state 'A'. The JSONata expression '5' specified for the"
                                + " field 'Arguments/FunctionName' returned an unexpected result type. Expected"
                                + " 'string', but was 'number' for value: 5"));
    }
}
