package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

/// The server as the SDK's own client sees it.
@Timeout(60)
class StepFunctionsServerTest {
    private static final String ECHO = Stage.MACHINE;
    private static final String BLOCKED = "arn:aws:states:us-east-1:000000000000:stateMachine:blocked";
    private static final String SLOW = "arn:aws:states:us-east-1:000000000000:stateMachine:slow";
    private static final String FAILING = "arn:aws:states:us-east-1:000000000000:stateMachine:failing";

    private final Stage stage = new Stage();
    private final CountDownLatch opened = new CountDownLatch(1);
    private StepFunctionsServer server;
    private SfnClient client;

    @BeforeEach
    void start() throws Exception {
        stage.function("gate", payload -> {
            opened.await();
            return new Returned(payload);
        });
        String gate = "\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Arguments\":"
                + " {\"FunctionName\": \"gate\"}, \"Output\": \"through\", \"End\": true}";
        String slow = """
                {"QueryLanguage": "JSONata", "TimeoutSeconds": 1, "StartAt": "A", "States":
                  {"A": {"Type": "Wait", "Seconds": 2, "End": true}}}""";
        server = StepFunctionsServer.start(
                stage.runner,
                Map.of(
                        ECHO, machine("\"A\": {\"Type\": \"Succeed\"}"),
                        BLOCKED, machine(gate),
                        SLOW, StateMachine.parse(slow, Map.of()),
                        FAILING, machine("\"A\": {\"Type\": \"Fail\", \"Error\": \"E\", \"Cause\": \"c\"}")),
                stage.events::add,
                Optional.empty());
        client = SfnClients.to(server.endpoint());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static StateMachine machine(String states) {
        return StateMachine.parse(Stage.machine(states), Map.of());
    }

    private StartExecutionResponse start(String machine, String name, String input) {
        return client.startExecution(
                request -> request.stateMachineArn(machine).name(name).input(input));
    }

    private DescribeExecutionResponse ended(String executionArn) {
        return SfnClients.ended(client, executionArn);
    }

    @Test
    void theEndpointIsOnLoopback() {
        assertThat(server.endpoint().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void anExecutionIsStartedAndDescribed() {
        StartExecutionResponse started = start(ECHO, "job-1", "{\"a\": 1}");
        assertThat(started.executionArn()).isEqualTo("arn:aws:states:us-east-1:000000000000:execution:job:job-1");
        assertThat(started.startDate()).isEqualTo(VirtualTimeline.START);
        DescribeExecutionResponse described = ended(started.executionArn());
        assertThat(described.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(described.output()).isEqualTo("{\"a\":1}");
        assertThat(described.input()).isEqualTo("{\"a\": 1}");
        assertThat(described.name()).isEqualTo("job-1");
        assertThat(described.stateMachineArn()).isEqualTo(ECHO);
        assertThat(described.startDate()).isEqualTo(VirtualTimeline.START);
        assertThat(described.stopDate()).isEqualTo(VirtualTimeline.START);
        assertThat(described.error()).isNull();
    }

    @Test
    void withoutANameAndAnInputItGetsThem() {
        String arn =
                client.startExecution(request -> request.stateMachineArn(ECHO)).executionArn();
        assertThat(arn).matches("arn:aws:states:us-east-1:000000000000:execution:job:[-0-9a-f]{36}");
        assertThat(ended(arn).input()).isEqualTo("{}");
    }

    @Test
    void aFailedExecutionTellsErrorAndCause() {
        DescribeExecutionResponse described =
                ended(start(FAILING, "job-1", "{}").executionArn());
        assertThat(described.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(described.error()).isEqualTo("E");
        assertThat(described.cause()).isEqualTo("c");
        assertThat(described.output()).isNull();
    }

    @Test
    void anExecutionThatTookTooLongIsTimedOut() {
        DescribeExecutionResponse described = ended(start(SLOW, "job-1", "{}").executionArn());
        assertThat(described.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(described.stopDate()).isEqualTo(VirtualTimeline.START.plusSeconds(1));
    }

    @Test
    void aFaultOfTheSandboxFailsTheExecution() {
        stage.function("gate", _ -> {
            throw new IllegalArgumentException("bug");
        });
        DescribeExecutionResponse described =
                ended(start(BLOCKED, "job-1", "{}").executionArn());
        assertThat(described.error()).isEqualTo("States.Runtime");
        assertThat(described.cause()).isEqualTo("The sandbox failed: java.lang.IllegalArgumentException: bug");
    }

    @Test
    void theSameNameAndInputWhileItRunsIsTheSameExecution() {
        StartExecutionResponse first = start(BLOCKED, "job-1", "{}");
        stage.timeline.sleep(Duration.ofSeconds(5));
        assertThat(start(BLOCKED, "job-1", "{}"))
                .satisfies(again -> assertThat(again.executionArn()).isEqualTo(first.executionArn()))
                .satisfies(again -> assertThat(again.startDate()).isEqualTo(VirtualTimeline.START));
        assertThat(client.describeExecution(request -> request.executionArn(first.executionArn()))
                        .status())
                .isEqualTo(ExecutionStatus.RUNNING);
        opened.countDown();
        assertThat(ended(first.executionArn()).output()).isEqualTo("\"through\"");
        assertThat(stage.events(ExecutionEvent.ExecutionStarted.class)).hasSize(1);
    }

    @Test
    void theSameNameWithOtherInputIsTaken() {
        start(BLOCKED, "job-1", "{}");
        assertThatThrownBy(() -> start(BLOCKED, "job-1", "{ }"))
                .isInstanceOf(ExecutionAlreadyExistsException.class)
                .hasMessageStartingWith("Execution Already Exists:"
                        + " 'arn:aws:states:us-east-1:000000000000:execution:blocked:job-1'")
                .extracting(e -> ((SfnException) e).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theNameOfAClosedExecutionIsTakenForNinetyDays() {
        ended(start(ECHO, "job-1", "{}").executionArn());
        stage.timeline.sleep(Duration.ofDays(90).minusSeconds(1));
        assertThatThrownBy(() -> start(ECHO, "job-1", "{}")).isInstanceOf(ExecutionAlreadyExistsException.class);
        stage.timeline.sleep(Duration.ofSeconds(1));
        assertThat(ended(start(ECHO, "job-1", "{}").executionArn()).startDate())
                .isEqualTo(VirtualTimeline.START.plus(Duration.ofDays(90)));
    }

    @Test
    void anotherMachineMayUseTheName() {
        start(ECHO, "job-1", "{}");
        assertThat(start(FAILING, "job-1", "{}").executionArn()).endsWith(":execution:failing:job-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "a/b", "a:b", "a*", "a?", "a#b", "a\"b", "a<b", "a{b", "a[b", "a$b", "a\u0007b", "a,b"})
    void aNameWithOtherCharactersIsInvalid(String name) {
        assertThatThrownBy(() -> start(ECHO, name, "{}"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("Invalid Name: '" + name + "'");
    }

    @Test
    void aNameHasAtMostEightyCharacters() {
        assertThat(start(ECHO, "x".repeat(80), "{}").executionArn()).endsWith("x");
        assertThatThrownBy(() -> start(ECHO, "x".repeat(81), "{}"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("Invalid Name: '" + "x".repeat(81) + "'");
        assertThatThrownBy(() -> start(ECHO, "", "{}")).isInstanceOf(InvalidNameException.class);
    }

    @Test
    void anUnknownMachineDoesNotExist() {
        String unknown = "arn:aws:states:us-east-1:000000000000:stateMachine:nosuch";
        assertThatThrownBy(() -> start(unknown, "job-1", "{}"))
                .isInstanceOf(StateMachineDoesNotExistException.class)
                .hasMessageStartingWith("State Machine Does Not Exist: '" + unknown + "'");
        assertThatThrownBy(() -> client.listExecutions(request -> request.stateMachineArn(unknown)))
                .isInstanceOf(StateMachineDoesNotExistException.class);
    }

    @Test
    void anInputThatIsNotJsonIsInvalid() {
        assertThatThrownBy(() -> start(ECHO, "job-1", "{"))
                .isInstanceOf(InvalidExecutionInputException.class)
                .hasMessageStartingWith("Invalid State Machine Execution Input: 'an execution's input is JSON:"
                        + " Unexpected end-of-input: expected close marker for Object'");
    }

    @Test
    void anInputOfMoreThan256KibIsRefused() {
        String input = "\"" + "x".repeat(262_143) + "\"";
        assertThatThrownBy(() -> start(ECHO, "job-1", input))
                .isInstanceOf(SfnException.class)
                .hasMessageStartingWith("1 validation error detected: Value at 'input' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 262144");
    }

    @Test
    void anUnknownExecutionDoesNotExist() {
        String unknown = "arn:aws:states:us-east-1:000000000000:execution:job:nosuch";
        assertThatThrownBy(() -> client.describeExecution(request -> request.executionArn(unknown)))
                .isInstanceOf(ExecutionDoesNotExistException.class)
                .hasMessageStartingWith("Execution Does Not Exist: '" + unknown + "'");
        assertThatThrownBy(() -> client.stopExecution(request -> request.executionArn(unknown)))
                .isInstanceOf(ExecutionDoesNotExistException.class);
    }

    @Test
    void aStoppedExecutionIsAbortedAtOnce() {
        String arn = start(BLOCKED, "job-1", "{}").executionArn();
        stage.timeline.sleep(Duration.ofSeconds(5));
        assertThat(client.stopExecution(request ->
                                request.executionArn(arn).error("Cancelled").cause("by hand"))
                        .stopDate())
                .isEqualTo(VirtualTimeline.START.plusSeconds(5));
        DescribeExecutionResponse described = client.describeExecution(request -> request.executionArn(arn));
        assertThat(described.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(described.error()).isEqualTo("Cancelled");
        assertThat(described.cause()).isEqualTo("by hand");
        assertThatThrownBy(() -> start(BLOCKED, "job-1", "{}")).isInstanceOf(ExecutionAlreadyExistsException.class);
    }

    @Test
    void stoppingAClosedExecutionLeavesItAsItIs() {
        String arn = start(ECHO, "job-1", "{}").executionArn();
        ended(arn);
        stage.timeline.sleep(Duration.ofSeconds(5));
        assertThat(client.stopExecution(request -> request.executionArn(arn)).stopDate())
                .isEqualTo(VirtualTimeline.START);
        assertThat(ended(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void executionsAreListedTheLastOneFirstByStatusAndInPages() {
        for (int i = 1; i <= 3; i++) {
            ended(start(ECHO, "job-" + i, "{}").executionArn());
            stage.timeline.sleep(Duration.ofSeconds(1));
        }
        start(BLOCKED, "other", "{}");
        ListExecutionsResponse first =
                client.listExecutions(request -> request.stateMachineArn(ECHO).maxResults(2));
        assertThat(first.executions()).extracting(ExecutionListItem::name).containsExactly("job-3", "job-2");
        assertThat(client.listExecutions(
                                request -> request.stateMachineArn(ECHO).nextToken(first.nextToken()))
                        .executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("job-1");
        assertThat(client.listExecutions(
                                request -> request.stateMachineArn(ECHO).statusFilter(ExecutionStatus.RUNNING))
                        .executions())
                .isEmpty();
        assertThat(client.listExecutions(
                                request -> request.stateMachineArn(BLOCKED).statusFilter(ExecutionStatus.RUNNING))
                        .executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("other");
    }

    @Test
    void aListIsRefusedWhatItHasNot() {
        assertThatThrownBy(() -> client.listExecutions(
                        request -> request.stateMachineArn(ECHO).nextToken("x")))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessageStartingWith("Invalid Token: 'x'");
        assertThatThrownBy(() -> client.listExecutions(
                        request -> request.stateMachineArn(ECHO).maxResults(1001)))
                .hasMessageStartingWith("1 validation error detected: Value '1001' at 'maxResults' failed to satisfy"
                        + " constraint: Member must be between 0 and 1000");
        assertThatThrownBy(() -> client.listExecutions(request -> request.mapRunArn("m")))
                .hasMessageStartingWith("1 validation error detected: Value at 'mapRunArn' is not supported; supported"
                        + " is 'stateMachineArn'");
    }

    @Test
    void anotherOperationIsRefusedByItsName() throws Exception {
        String expected = """
                400 {"__type":"UnknownOperationException","message":"RedriveExecution is not supported; supported are \
                StartExecution, DescribeExecution, StopExecution, ListExecutions"}""";
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
            URI uri = server.endpoint();
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
