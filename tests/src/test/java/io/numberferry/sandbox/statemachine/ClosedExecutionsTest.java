package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// What a server knows of the executions of one before it.
@Timeout(60)
class ClosedExecutionsTest {
    private static final String CALL = """
            "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments":
              {"FunctionName": "f", "Payload": "{% $states.input %}"}, "Output": "{% $states.result.Payload %}"}""";

    @TempDir
    private Path directory;

    private final Stage stage = new Stage();

    private interface Use {
        void of(SfnClient client) throws Exception;
    }

    private void serve(String states, Use use) throws Exception {
        StateMachine machine = StateMachine.parse(Stage.machine(states), Map.of());
        try (StepFunctionsServer server = StepFunctionsServer.start(
                        stage.runner, Map.of(Stage.MACHINE, machine), stage.events::add, remembered());
                SfnClient client = SfnClients.to(server.endpoint())) {
            use.of(client);
        }
    }

    private Optional<Path> remembered() {
        return Optional.of(directory.resolve("executions"));
    }

    private static String start(SfnClient client, String name, String input) {
        return client.startExecution(request ->
                        request.stateMachineArn(Stage.MACHINE).name(name).input(input))
                .executionArn();
    }

    @Test
    void aClosedExecutionIsKnownAfterARestart() throws Exception {
        stage.echo("f");
        DescribeExecutionResponse[] described = new DescribeExecutionResponse[2];
        serve(CALL, client -> described[0] = SfnClients.ended(client, start(client, "job-1", "{\"a\":1}")));
        serve(CALL, client -> {
            String arn = described[0].executionArn();
            described[1] = client.describeExecution(request -> request.executionArn(arn));
            assertThatThrownBy(() -> start(client, "job-1", "{\"a\":1}"))
                    .isInstanceOf(ExecutionAlreadyExistsException.class);
        });
        assertThat(described[1]).isEqualTo(described[0]);
        assertThat(described[1].status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(stage.payloads).hasSize(1);
    }

    @Test
    void everyEndingIsRemembered() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        stage.function("f", payload -> {
            never.await();
            return new Returned(payload);
        });
        String states = """
                "A": {"Type": "Choice", "Default": "Fail", "Choices":
                  [{"Condition": "{% $states.input = 1 %}", "Next": "B"}]},
                "Fail": {"Type": "Fail", "Error": "E"},
                """ + CALL.replace("\"A\"", "\"B\"");
        serve(states, client -> {
            SfnClients.ended(client, start(client, "failed", "0"));
            String running = start(client, "aborted", "1");
            client.stopExecution(request -> request.executionArn(running).cause("by hand"));
        });
        serve(states, client -> {
            String machine = "arn:aws:states:us-east-1:000000000000:execution:job:";
            DescribeExecutionResponse failed =
                    client.describeExecution(request -> request.executionArn(machine + "failed"));
            assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(failed.error()).isEqualTo("E");
            assertThat(failed.cause()).isNull();
            DescribeExecutionResponse aborted =
                    client.describeExecution(request -> request.executionArn(machine + "aborted"));
            assertThat(aborted.status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(aborted.error()).isNull();
            assertThat(aborted.cause()).isEqualTo("by hand");
        });
    }

    @Test
    void aTimedOutExecutionIsRemembered() throws Exception {
        ClosedExecutions closed = ClosedExecutions.open(remembered());
        ExecutionRecord execution = new ExecutionRecord(
                        Stage.MACHINE, "job-1", "{}", VirtualTimeline.START, Optional.empty())
                .ended(VirtualTimeline.START.plusMillis(1), new ExecutionResult.TimedOut());
        closed.keep(execution);
        assertThat(ClosedExecutions.open(remembered()).all()).containsExactly(execution);
    }

    @Test
    void anExecutionThatRanWhenTheServerClosedMayBeStartedAgain() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        stage.function("f", _ -> {
            called.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return new Returned("0");
        });
        serve(CALL, client -> {
            start(client, "job-1", "1");
            called.await();
        });
        interrupted.await();
        stage.echo("f");
        serve(
                CALL,
                client -> assertThat(SfnClients.ended(client, start(client, "job-1", "1"))
                                .output())
                        .isEqualTo("1"));
    }

    @Test
    void namesThatNoFileMayHaveAreRemembered() throws Exception {
        stage.echo("f");
        serve(CALL, client -> {
            SfnClients.ended(client, start(client, "..", "1"));
            SfnClients.ended(client, start(client, "número-1", "2"));
        });
        assertThat(ClosedExecutions.open(remembered()).all())
                .extracting(ExecutionRecord::name)
                .containsExactlyInAnyOrder("..", "número-1");
    }

    @Test
    void anExecutionClosesThoughItCannotBeRemembered() throws Exception {
        stage.echo("f");
        serve(CALL, client -> {
            Files.delete(directory.resolve("executions"));
            assertThat(SfnClients.ended(client, start(client, "job-1", "1")).status())
                    .isEqualTo(ExecutionStatus.SUCCEEDED);
        });
        assertThat(ClosedExecutions.open(remembered()).all()).isEmpty();
    }

    @Test
    void aFileThatHoldsSomethingElseIsNamed() throws Exception {
        Files.createDirectories(directory.resolve("executions"));
        Path file = Files.writeString(directory.resolve("executions/x.json"), "{\"name\": 1}");
        assertThatThrownBy(() -> ClosedExecutions.open(remembered()))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " does not hold a closed execution; delete it to forget that one");
    }

    @Test
    void whatWasNotWrittenToTheEndIsNotThere() throws Exception {
        Files.createDirectories(directory.resolve("executions"));
        Files.writeString(directory.resolve("executions/x.part"), "{");
        assertThat(ClosedExecutions.open(remembered()).all()).isEmpty();
    }
}
