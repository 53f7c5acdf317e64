package io.numberferry.sandbox.statemachine;

import static io.numberferry.sandbox.statemachine.ServedMachines.BLOCKED;
import static io.numberferry.sandbox.statemachine.ServedMachines.ECHO;
import static io.numberferry.sandbox.statemachine.ServedMachines.FAILING;
import static io.numberferry.sandbox.statemachine.ServedMachines.SLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/// The server as the SDK's own client sees it.
@Timeout(60)
class StepFunctionsServerTest {
    private final ServedMachines served = new ServedMachines();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void theEndpointIsOnLoopback() {
        assertThat(served.server().endpoint().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void anExecutionIsStartedAndDescribed() {
        StartExecutionResponse started = served.start(ECHO, "job-1", "{\"a\": 1}");
        assertThat(started.executionArn()).isEqualTo("arn:aws:states:us-east-1:000000000000:execution:job:job-1");
        assertThat(started.startDate()).isEqualTo(VirtualTimeline.START);
        DescribeExecutionResponse described = served.ended(started.executionArn());
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
        String arn = served.client()
                .startExecution(request -> request.stateMachineArn(ECHO))
                .executionArn();
        assertThat(arn).matches("arn:aws:states:us-east-1:000000000000:execution:job:[-0-9a-f]{36}");
        assertThat(served.ended(arn).input()).isEqualTo("{}");
    }

    @Test
    void aFailedExecutionTellsErrorAndCause() {
        DescribeExecutionResponse described =
                served.ended(served.start(FAILING, "job-1", "{}").executionArn());
        assertThat(described.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(described.error()).isEqualTo("E");
        assertThat(described.cause()).isEqualTo("c");
        assertThat(described.output()).isNull();
    }

    @Test
    void anExecutionThatTookTooLongIsTimedOut() {
        DescribeExecutionResponse described =
                served.ended(served.start(SLOW, "job-1", "{}").executionArn());
        assertThat(described.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(described.stopDate()).isEqualTo(VirtualTimeline.START.plusSeconds(1));
    }

    @Test
    void aFaultOfTheSandboxFailsTheExecution() {
        served.stage().function("gate", _ -> {
            throw new IllegalArgumentException("bug");
        });
        DescribeExecutionResponse described =
                served.ended(served.start(BLOCKED, "job-1", "{}").executionArn());
        assertThat(described.error()).isEqualTo("States.Runtime");
        assertThat(described.cause()).isEqualTo("The sandbox failed: java.lang.IllegalArgumentException: bug");
    }

    @Test
    void theSameNameAndInputWhileItRunsIsTheSameExecution() {
        StartExecutionResponse first = served.start(BLOCKED, "job-1", "{}");
        served.stage().timeline.sleep(Duration.ofSeconds(5));
        assertThat(served.start(BLOCKED, "job-1", "{}"))
                .satisfies(again -> assertThat(again.executionArn()).isEqualTo(first.executionArn()))
                .satisfies(again -> assertThat(again.startDate()).isEqualTo(VirtualTimeline.START));
        assertThat(served.client()
                        .describeExecution(request -> request.executionArn(first.executionArn()))
                        .status())
                .isEqualTo(ExecutionStatus.RUNNING);
        served.opened().countDown();
        assertThat(served.ended(first.executionArn()).output()).isEqualTo("\"through\"");
        assertThat(served.stage().events(ExecutionEvent.ExecutionStarted.class)).hasSize(1);
    }

    @Test
    void anotherMachineMayUseTheName() {
        served.start(ECHO, "job-1", "{}");
        assertThat(served.start(FAILING, "job-1", "{}").executionArn()).endsWith(":execution:failing:job-1");
    }

    @Test
    void aStoppedExecutionIsAbortedAtOnce() {
        String arn = served.start(BLOCKED, "job-1", "{}").executionArn();
        served.stage().timeline.sleep(Duration.ofSeconds(5));
        assertThat(served.client()
                        .stopExecution(request ->
                                request.executionArn(arn).error("Cancelled").cause("by hand"))
                        .stopDate())
                .isEqualTo(VirtualTimeline.START.plusSeconds(5));
        DescribeExecutionResponse described = served.client().describeExecution(request -> request.executionArn(arn));
        assertThat(described.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(described.error()).isEqualTo("Cancelled");
        assertThat(described.cause()).isEqualTo("by hand");
        assertThatThrownBy(() -> served.start(BLOCKED, "job-1", "{}"))
                .isInstanceOf(ExecutionAlreadyExistsException.class);
    }

    @Test
    void stoppingAClosedExecutionLeavesItAsItIs() {
        String arn = served.start(ECHO, "job-1", "{}").executionArn();
        served.ended(arn);
        served.stage().timeline.sleep(Duration.ofSeconds(5));
        assertThat(served.client()
                        .stopExecution(request -> request.executionArn(arn))
                        .stopDate())
                .isEqualTo(VirtualTimeline.START);
        assertThat(served.ended(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void executionsAreListedTheLastOneFirstByStatusAndInPages() {
        for (int i = 1; i <= 3; i++) {
            served.ended(served.start(ECHO, "job-" + i, "{}").executionArn());
            served.stage().timeline.sleep(Duration.ofSeconds(1));
        }
        served.start(BLOCKED, "other", "{}");
        ListExecutionsResponse first = served.client()
                .listExecutions(request -> request.stateMachineArn(ECHO).maxResults(2));
        assertThat(first.executions()).extracting(ExecutionListItem::name).containsExactly("job-3", "job-2");
        assertThat(served.client()
                        .listExecutions(request -> request.stateMachineArn(ECHO).nextToken(first.nextToken()))
                        .executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("job-1");
        assertThat(served.client()
                        .listExecutions(request -> request.stateMachineArn(ECHO).statusFilter(ExecutionStatus.RUNNING))
                        .executions())
                .isEmpty();
        assertThat(served.client()
                        .listExecutions(
                                request -> request.stateMachineArn(BLOCKED).statusFilter(ExecutionStatus.RUNNING))
                        .executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("other");
    }
}
