package io.numberferry.sandbox.statemachine;

import static io.numberferry.sandbox.statemachine.ServedMachines.BLOCKED;
import static io.numberferry.sandbox.statemachine.ServedMachines.ECHO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

/// What the server refuses, as the SDK's own client sees it.
@Timeout(60)
class StepFunctionsRefusalsTest {
    private final ServedMachines served = new ServedMachines();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void theSameNameWithOtherInputIsTaken() {
        served.start(BLOCKED, "job-1", "{}");
        assertThatThrownBy(() -> served.start(BLOCKED, "job-1", "{ }"))
                .isInstanceOf(ExecutionAlreadyExistsException.class)
                .hasMessageStartingWith("Execution Already Exists:"
                        + " 'arn:aws:states:us-east-1:000000000000:execution:blocked:job-1'")
                .extracting(e -> ((SfnException) e).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theNameOfAClosedExecutionIsTakenForNinetyDays() {
        served.ended(served.start(ECHO, "job-1", "{}").executionArn());
        served.stage().timeline.sleep(Duration.ofDays(90).minusSeconds(1));
        assertThatThrownBy(() -> served.start(ECHO, "job-1", "{}")).isInstanceOf(ExecutionAlreadyExistsException.class);
        served.stage().timeline.sleep(Duration.ofSeconds(1));
        assertThat(served.ended(served.start(ECHO, "job-1", "{}").executionArn())
                        .startDate())
                .isEqualTo(VirtualTimeline.START.plus(Duration.ofDays(90)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "a/b", "a:b", "a*", "a?", "a#b", "a\"b", "a<b", "a{b", "a[b", "a$b", "a\u0007b", "a,b"})
    void aNameWithOtherCharactersIsInvalid(String name) {
        assertThatThrownBy(() -> served.start(ECHO, name, "{}"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("Invalid Name: '" + name + "'");
    }

    @Test
    void aNameHasAtMostEightyCharacters() {
        assertThat(served.start(ECHO, "x".repeat(80), "{}").executionArn()).endsWith("x");
        assertThatThrownBy(() -> served.start(ECHO, "x".repeat(81), "{}"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("Invalid Name: '" + "x".repeat(81) + "'");
        assertThatThrownBy(() -> served.start(ECHO, "", "{}")).isInstanceOf(InvalidNameException.class);
    }

    @Test
    void anUnknownMachineDoesNotExist() {
        String unknown = "arn:aws:states:us-east-1:000000000000:stateMachine:nosuch";
        assertThatThrownBy(() -> served.start(unknown, "job-1", "{}"))
                .isInstanceOf(StateMachineDoesNotExistException.class)
                .hasMessageStartingWith("State Machine Does Not Exist: '" + unknown + "'");
        assertThatThrownBy(() -> served.client().listExecutions(request -> request.stateMachineArn(unknown)))
                .isInstanceOf(StateMachineDoesNotExistException.class);
    }

    @Test
    void anInputThatIsNotJsonIsInvalid() {
        assertThatThrownBy(() -> served.start(ECHO, "job-1", "{"))
                .isInstanceOf(InvalidExecutionInputException.class)
                .hasMessageStartingWith("Invalid State Machine Execution Input: 'an execution's input is JSON:"
                        + " Unexpected end-of-input: expected close marker for Object'");
    }

    @Test
    void anInputOfMoreThan256KibIsRefused() {
        String input = "\"" + "x".repeat(262_143) + "\"";
        assertThatThrownBy(() -> served.start(ECHO, "job-1", input))
                .isInstanceOf(SfnException.class)
                .hasMessageStartingWith("1 validation error detected: Value at 'input' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 262144");
    }

    @Test
    void anUnknownExecutionDoesNotExist() {
        String unknown = "arn:aws:states:us-east-1:000000000000:execution:job:nosuch";
        assertThatThrownBy(() -> served.client().describeExecution(request -> request.executionArn(unknown)))
                .isInstanceOf(ExecutionDoesNotExistException.class)
                .hasMessageStartingWith("Execution Does Not Exist: '" + unknown + "'");
        assertThatThrownBy(() -> served.client().stopExecution(request -> request.executionArn(unknown)))
                .isInstanceOf(ExecutionDoesNotExistException.class);
    }

    @Test
    void aListIsRefusedWhatItHasNot() {
        assertThatThrownBy(() -> served.client()
                        .listExecutions(request -> request.stateMachineArn(ECHO).nextToken("x")))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessageStartingWith("Invalid Token: 'x'");
        assertThatThrownBy(() -> served.client()
                        .listExecutions(request -> request.stateMachineArn(ECHO).maxResults(1001)))
                .hasMessageStartingWith("1 validation error detected: Value '1001' at 'maxResults' failed to satisfy"
                        + " constraint: Member must be between 0 and 1000");
        assertThatThrownBy(() -> served.client().listExecutions(request -> request.mapRunArn("m")))
                .hasMessageStartingWith("1 validation error detected: Value at 'mapRunArn' is not supported; supported"
                        + " is 'stateMachineArn'");
    }

    @Test
    void anotherOperationIsRefusedByItsName() throws Exception {
        String expected = """
                400 {"__type":"UnknownOperationException","message":"RedriveExecution is not supported; supported are \
                StartExecution, DescribeExecution, StopExecution, ListExecutions, \
                SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat"}""";
        assertThat(post("AWSStepFunctions.RedriveExecution", "{}")).isEqualTo(expected);
        String ofAnotherService = """
                400 {"__type":"UnknownOperationException","message":\
                "X-Amz-Target is not of Step Functions: DynamoDB_20120810.GetItem"}""";
        assertThat(post("DynamoDB_20120810.GetItem", "{}")).isEqualTo(ofAnotherService);
    }

    @Test
    void aRequestThatIsNotWholeIsRefused() throws Exception {
        String expected = """
                400 {"__type":"SerializationException","message":\
                "the request is not JSON: Unexpected end-of-input: expected close marker for Object"}""";
        assertThat(post("AWSStepFunctions.StartExecution", "{")).isEqualTo(expected);
        String withoutAMachine = """
                400 {"__type":"ValidationException","message":"1 validation error detected: \
                Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null"}""";
        assertThat(post("AWSStepFunctions.StartExecution", "{}")).isEqualTo(withoutAMachine);
    }

    private String post(String target, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = served.server().endpoint();
            var response = http.send(
                    HttpRequest.newBuilder(uri)
                            .header("X-Amz-Target", target)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }
}
