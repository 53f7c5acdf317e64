package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/// A task that waits until somebody sends its token back, through the SDK's own client.
@Timeout(60)
class CallbackTest {
    private static final String ASK = """
            "A": {"Type": "Task", "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken",
              "TimeoutSeconds": 60, "End": true,
              "Arguments": {"Entries": [{"Source": "ferry", "DetailType": "Question",
                "Detail": {"token": "{% $states.context.Task.Token %}"}}]}}""";

    private final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final Ports ports = new Ports(
            (name, _) -> new InvocationResult.Refused("Lambda.ResourceNotFoundException", name),
            (_, key, _) -> {
                throw new IOException("there is no " + key);
            },
            this::put,
            new VirtualTimeline(),
            new Random(1));
    private final StepFunctionsServer server = serve();
    private final SfnClient client = SfnClients.to(server.endpoint());

    private String put(PublishedEvent event) {
        asked.add(event.detail().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1"));
        return "event";
    }

    private StepFunctionsServer serve() {
        try {
            return StepFunctionsServer.start(
                    new StateMachineRunner(ports),
                    Map.of(Stage.MACHINE, machine()),
                    ExecutionListener.none(),
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static StateMachine machine() {
        return StateMachine.parse(Stage.machine(ASK), Map.of());
    }

    private String started() {
        return client.startExecution(
                        request -> request.stateMachineArn(Stage.MACHINE).input("{}"))
                .executionArn();
    }

    @Test
    void whatIsSentWithTheTokenIsTheResult() throws Exception {
        String execution = started();
        String token = asked.take();
        client.sendTaskHeartbeat(request -> request.taskToken(token));
        client.sendTaskSuccess(request -> request.taskToken(token).output("{\"by\":\"me\"}"));

        assertThat(SfnClients.ended(client, execution).output()).isEqualTo("{\"by\":\"me\"}");
    }

    @Test
    void aFailureThatIsSentIsTheTasks() throws Exception {
        String execution = started();
        String token = asked.take();
        client.sendTaskFailure(request -> request.taskToken(token).error("No").cause("wrong list"));

        assertThat(SfnClients.ended(client, execution).error()).isEqualTo("No");
        assertThat(SfnClients.ended(client, execution).cause()).isEqualTo("wrong list");
    }

    @Test
    void aTokenIsGoodForOneAnswerAndAnotherIsNoToken() throws Exception {
        String execution = started();
        String token = asked.take();
        assertThatThrownBy(() -> client.sendTaskSuccess(
                        request -> request.taskToken(token).output("no JSON")))
                .isInstanceOf(InvalidOutputException.class);
        client.sendTaskSuccess(request -> request.taskToken(token).output("{}"));
        SfnClients.ended(client, execution);

        assertThatThrownBy(() -> client.sendTaskFailure(request -> request.taskToken(token)))
                .isInstanceOf(TaskTimedOutException.class);
        assertThatThrownBy(() -> client.sendTaskHeartbeat(request -> request.taskToken(token)))
                .isInstanceOf(TaskTimedOutException.class);
        assertThatThrownBy(() -> client.sendTaskSuccess(
                        request -> request.taskToken("guessed").output("{}")))
                .isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void whereNobodyAnswersTheTaskTimesOut() throws Exception {
        StateMachineRunner impatient = new StateMachineRunner(
                new Ports(ports.lambda(), ports.objects(), ports.events(), new TooLate(), ports.random()));

        ExecutionResult result =
                impatient.run(machine(), new ExecutionInput(Stage.MACHINE, "run-1", "{}"), ExecutionListener.none());

        assertThat(result).isEqualTo(new ExecutionResult.Failed(Optional.of("States.Timeout"), Optional.of("")));
    }

    /// Every limit is reached at once.
    private record TooLate() implements Timeline {
        @Override
        public Instant now() {
            return VirtualTimeline.START;
        }

        @Override
        public void sleep(Duration duration) {
            throw new IllegalStateException("nothing sleeps here");
        }

        @Override
        public <T> T within(Duration limit, Work<T> work) throws TimeoutException {
            throw new TimeoutException("after " + limit);
        }
    }
}
