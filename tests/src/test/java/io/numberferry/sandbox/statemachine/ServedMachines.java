package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/// A server with four machines: one that answers at once, one that waits until it is opened, one that takes
/// too long and one that fails; and the SDK's own client to it.
final class ServedMachines implements AutoCloseable {
    static final String ECHO = Stage.MACHINE;
    static final String BLOCKED = "arn:aws:states:us-east-1:000000000000:stateMachine:blocked";
    static final String SLOW = "arn:aws:states:us-east-1:000000000000:stateMachine:slow";
    static final String FAILING = "arn:aws:states:us-east-1:000000000000:stateMachine:failing";

    private final Stage stage = new Stage();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final StepFunctionsServer server;
    private final SfnClient client;

    ServedMachines() {
        stage.function("gate", payload -> {
            opened.await();
            return new Returned(payload);
        });
        String gate = "\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Arguments\":"
                + " {\"FunctionName\": \"gate\"}, \"Output\": \"through\", \"End\": true}";
        String slow = """
                {"QueryLanguage": "JSONata", "TimeoutSeconds": 1, "StartAt": "A", "States":
                  {"A": {"Type": "Wait", "Seconds": 2, "End": true}}}""";
        server = serve(Map.of(
                ECHO, machine("\"A\": {\"Type\": \"Succeed\"}"),
                BLOCKED, machine(gate),
                SLOW, StateMachine.parse(slow, Map.of()),
                FAILING, machine("\"A\": {\"Type\": \"Fail\", \"Error\": \"E\", \"Cause\": \"c\"}")));
        client = SfnClients.to(server.endpoint());
    }

    private StepFunctionsServer serve(Map<String, StateMachine> machines) {
        try {
            return StepFunctionsServer.start(stage.runner, machines, stage.events::add, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StateMachine machine(String states) {
        return StateMachine.parse(Stage.machine(states), Map.of());
    }

    Stage stage() {
        return stage;
    }

    /// Counting it down lets the blocked machine go on.
    CountDownLatch opened() {
        return opened;
    }

    StepFunctionsServer server() {
        return server;
    }

    SfnClient client() {
        return client;
    }

    StartExecutionResponse start(String machine, String name, String input) {
        return client.startExecution(
                request -> request.stateMachineArn(machine).name(name).input(input));
    }

    /// Waits until an execution has ended.
    DescribeExecutionResponse ended(String executionArn) {
        return SfnClients.ended(client, executionArn);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
