package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.sandbox.statemachine.ExecutionEvent.ExecutionEnded;
import io.numberferry.sandbox.statemachine.ExecutionResult.Aborted;
import io.numberferry.sandbox.statemachine.ExecutionResult.TimedOut;
import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An execution as a whole: how it ends when nothing in it does, and how large things may be.
@Timeout(60)
class StateMachineRunnerTest {
    private static final String CALL = """
            "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "f"},
              "Output": "{% $states.result.Payload %}", "End": true}""";
    private static final String LOOP =
            "\"A\": {\"Type\": \"Choice\", \"Default\": \"B\", \"Choices\": [{\"Condition\": \"{% true %}\","
                    + " \"Next\": \"A\"}]}, \"B\": {\"Type\": \"Succeed\"}";

    private final Stage stage = new Stage();

    @Test
    void anExecutionThatTakesTooLongIsTimedOut() throws Exception {
        String machine = """
                {"QueryLanguage": "JSONata", "TimeoutSeconds": 10, "StartAt": "A", "States":
                  {"A": {"Type": "Wait", "Seconds": %d, "End": true}}}""";
        assertThat(stage.run(machine.formatted(11), "{}")).isEqualTo(new TimedOut());
        assertThat(stage.timeline.now()).isEqualTo(VirtualTimeline.START.plusSeconds(10));
        assertThat(stage.run(machine.formatted(10), "{}")).isEqualTo(new ExecutionResult.Succeeded("{}"));
    }

    @Test
    void noCatcherStopsTheTimeoutOfTheExecution() throws Exception {
        stage.function("f", payload -> {
            stage.timeline.sleep(java.time.Duration.ofSeconds(11));
            return new Returned(payload);
        });
        String states = """
                {"QueryLanguage": "JSONata", "TimeoutSeconds": 10, "StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 60,
                    "Arguments": {"FunctionName": "f"}, "End": true,
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
                  "B": {"Type": "Succeed"}}}""";
        assertThat(stage.run(states, "{}")).isEqualTo(new TimedOut());
    }

    @Test
    void aStoppedExecutionIsAbortedAndItsCallInterrupted() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        stage.function("f", payload -> {
            called.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return new Returned(payload);
        });
        RunningExecution running = start(CALL, stage.events::add);
        called.await();
        running.stop(Optional.of("Cancelled"), Optional.of("by hand"));
        assertThat(running.await()).isEqualTo(new Aborted(Optional.of("Cancelled"), Optional.of("by hand")));
        interrupted.await();
    }

    @Test
    void anExecutionInALoopCanBeStopped() throws Exception {
        CountDownLatch looped = new CountDownLatch(10);
        CountDownLatch ended = new CountDownLatch(1);
        RunningExecution running = start(LOOP, event -> {
            looped.countDown();
            if (event instanceof ExecutionEnded) {
                ended.countDown();
            }
        });
        looped.await();
        running.stop(Optional.empty(), Optional.empty());
        assertThat(running.await()).isEqualTo(new Aborted(Optional.empty(), Optional.empty()));
        ended.await();
    }

    @Test
    void stoppingAnEndedExecutionChangesNothing() throws Exception {
        RunningExecution running = start("\"A\": {\"Type\": \"Succeed\"}", ExecutionListener.none());
        assertThat(running.await()).isEqualTo(new ExecutionResult.Succeeded("{}"));
        running.stop(Optional.of("late"), Optional.empty());
        assertThat(running.await()).isEqualTo(new ExecutionResult.Succeeded("{}"));
    }

    @Test
    void anInterruptedCallerStopsTheExecution() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        stage.function("f", payload -> {
            called.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return new Returned(payload);
        });
        List<Throwable> thrown = new ArrayList<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                stage.output(CALL, "{}");
            } catch (InterruptedException e) {
                thrown.add(e);
            }
        });
        called.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown).hasSize(1);
        interrupted.await();
    }

    @Test
    void aFaultOfThePortIsNotAnErrorOfTheMachine() {
        stage.function("f", _ -> {
            throw new IllegalArgumentException("bug");
        });
        String states = """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments":
                  {"FunctionName": "f"}, "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
                "B": {"Type": "Succeed"}""";
        assertThatThrownBy(() -> stage.output(states, "{}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the sandbox failed under arn:aws:states:us-east-1:000000000000:execution:job:run-1")
                .hasRootCauseMessage("bug");
    }

    @Test
    void theInputMustBeJsonAndTheMachineAnArn() {
        assertThatThrownBy(() -> new ExecutionInput(Stage.MACHINE, "n", "{"))
                .hasMessage("an execution's input is JSON: Unexpected end-of-input: expected close marker for Object");
        assertThatThrownBy(() -> new ExecutionInput("job", "n", "{}"))
                .hasMessage("a state machine's ARN has :stateMachine:, given is job");
    }

    @Test
    void anOutputMayHave256KibAndNotAByteMore() throws Exception {
        stage.function("f", _ -> new Returned(text(Payload.LARGEST_BYTES - 100)));
        assertThat(stage.output(CALL, "{}")).hasSize(Payload.LARGEST_BYTES - 100);
        String pass = "\"A\": {\"Type\": \"Pass\", \"Output\": \"{% $states.input & 'x' %}\", \"End\": true}";
        assertThat(stage.output(pass, text(Payload.LARGEST_BYTES - 1))).hasSize(Payload.LARGEST_BYTES);
        assertThat(stage.failure(pass, text(Payload.LARGEST_BYTES)))
                .isEqualTo(tooLarge("the output of state 'A' is 262145"));
    }

    @Test
    void bytesAreCountedNotCharacters() throws Exception {
        String states = "\"A\": {\"Type\": \"Succeed\"}";
        assertThat(stage.failure(states, "\"" + "é".repeat(Payload.LARGEST_BYTES / 2) + "\""))
                .isEqualTo(tooLarge("the input of state 'A' is 262146"));
    }

    @Test
    void anAnswerThatIsTooLargeIsAnErrorThatOnlyItsNameCatches() throws Exception {
        stage.function("f", _ -> new Returned(text(Payload.LARGEST_BYTES)));
        String caughtBy = CALL.replace(
                "\"End\": true}",
                "\"Next\": \"B\", \"Catch\": [{\"ErrorEquals\": [\"%s\"], \"Next\": \"B\"}]},"
                        + " \"B\": {\"Type\": \"Pass\", \"Output\": \"caught\", \"End\": true}");
        assertThat(stage.output(caughtBy.replace("%s", "States.DataLimitExceeded"), "{}"))
                .isEqualTo("\"caught\"");
        assertThat(stage.failure(caughtBy.replace("%s", "States.ALL"), "{}"))
                .isEqualTo(tooLarge("the result of state 'A' is 262201"));
    }

    @Test
    void aPayloadThatIsTooLargeIsNotSent() throws Exception {
        stage.echo("f");
        String states = """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments":
                  {"FunctionName": "f", "Payload": "{% $states.input & $states.input %}"}}""";
        assertThat(stage.failure(states, text(200_000))).isEqualTo(tooLarge("the Payload of state 'A' is 399998"));
        assertThat(stage.payloads).isEmpty();
    }

    @Test
    void theResultOfAMapMayBeTooLargeAsAWhole() throws Exception {
        String states = """
                "A": {"Type": "Map", "Items": [1, 2], "Output": 0, "End": true, "ItemProcessor": {"StartAt": "I",
                  "States": {"I": {"Type": "Succeed", "Output": "{% $states.context.Execution.Input %}"}}}}""";
        assertThat(stage.failure(states, text(200_000))).isEqualTo(tooLarge("the result of state 'A' is 400003"));
    }

    @Test
    void variablesHaveLimitsToo() throws Exception {
        String atOnce = """
                "A": {"Type": "Pass", "End": true, "Assign":
                  {"x": "{% $states.input %}", "y": "{% $states.input %}"}}""";
        assertThat(stage.failure(atOnce, text(200_000))).isEqualTo(tooLarge("the Assign of state 'A' is 400000"));
        String states =
                IntStream.range(0, 53).mapToObj(i -> """
                        "S%d": {"Type": "Pass", "Assign": {"v%d": "{%% $states.input %%}"}, "Next": "S%d"},
                        """.formatted(i, i, i + 1)).collect(Collectors.joining());
        assertThat(stage.failure(
                        "\"A\": {\"Type\": \"Pass\", \"Next\": \"S0\"}, " + states + "\"S53\": {\"Type\": \"Succeed\"}",
                        text(200_000)))
                .isEqualTo(ErrorOutput.of(
                        "States.DataLimitExceeded", "all variables after state 'S52' are more than 10 MiB"));
    }

    private RunningExecution start(String states, ExecutionListener listener) {
        return stage.runner.start(
                StateMachine.parse(Stage.machine(states), Map.of()),
                new ExecutionInput(Stage.MACHINE, "run-1", "{}"),
                listener);
    }

    /// A JSON string of so many bytes, its quotes among them.
    private static String text(int bytes) {
        return "\"" + "x".repeat(bytes - 2) + "\"";
    }

    private static ErrorOutput tooLarge(String what) {
        return ErrorOutput.of(
                "States.DataLimitExceeded", what + " bytes of JSON, more than the 262144 that are allowed");
    }
}
