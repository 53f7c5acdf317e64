package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.ExecutionEvent.ExecutionEnded;
import io.numberferry.sandbox.statemachine.ExecutionEvent.ExecutionStarted;
import io.numberferry.sandbox.statemachine.ExecutionResult.Aborted;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Runs one execution, or one child, to its end.
final class ExecutionRunner {
    private ExecutionRunner() {}

    /// @throws InterruptedException when it was stopped
    static ExecutionResult run(Execution execution, Workflow workflow, Optional<Duration> limit)
            throws InterruptedException {
        execution.listener().on(new ExecutionStarted(execution.arn(), execution.startedAt()));
        try {
            ExecutionResult result = result(execution, workflow, limit);
            tell(execution, result);
            return result;
        } catch (InterruptedException e) {
            tell(execution, new Aborted(Optional.empty(), Optional.empty()));
            throw e;
        }
    }

    private static void tell(Execution execution, ExecutionResult result) {
        execution.listener().on(new ExecutionEnded(execution.arn(), execution.now(), result));
    }

    private static ExecutionResult result(Execution execution, Workflow workflow, Optional<Duration> limit)
            throws InterruptedException {
        Timeline.Work<ExecutionResult> work = () -> succeeded(execution, workflow);
        try {
            return limit.isEmpty() ? work.run() : execution.ports().timeline().within(limit.get(), work);
        } catch (TimeoutException _) {
            return new ExecutionResult.TimedOut();
        } catch (StateFailure failure) {
            return new ExecutionResult.Failed(
                    failure.errorOutput().error(), failure.errorOutput().cause());
        }
    }

    private static ExecutionResult succeeded(Execution execution, Workflow workflow) throws InterruptedException {
        WorkflowRunner runner = new WorkflowRunner(workflow, execution, Optional.empty());
        return new ExecutionResult.Succeeded(Json.write(runner.run(execution.input(), Variables.NONE)));
    }
}
