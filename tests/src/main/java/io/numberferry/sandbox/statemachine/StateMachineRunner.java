package io.numberferry.sandbox.statemachine;

import java.time.Instant;
import java.util.Optional;

/// Runs state machines, any number at once. It keeps nothing: what an execution needs to survive is not here.
public final class StateMachineRunner {
    private final Ports ports;

    public StateMachineRunner(Ports ports) {
        this.ports = ports;
    }

    /// Runs an execution and waits for its end.
    ///
    /// @throws InterruptedException when the caller was interrupted; the execution is stopped then
    public ExecutionResult run(StateMachine machine, ExecutionInput input, ExecutionListener listener)
            throws InterruptedException {
        RunningExecution running = start(machine, input, listener);
        try {
            return running.await();
        } catch (InterruptedException e) {
            running.stop(Optional.empty(), Optional.empty());
            throw e;
        }
    }

    /// Starts an execution on a thread of its own.
    public RunningExecution start(StateMachine machine, ExecutionInput input, ExecutionListener listener) {
        Execution execution = Execution.of(input, ports, listener);
        return RunningExecution.start(
                execution.arn(), () -> ExecutionRunner.run(execution, machine.workflow(), machine.timeout()));
    }

    TaskTokens tokens() {
        return ports.tokens();
    }

    Instant now() {
        return ports.timeline().now();
    }
}
