package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.ExecutionResult.Failed;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The executions of a server: those that run, and those that have closed. Safe for several threads.
final class Executions {
    private static final System.Logger LOG = System.getLogger(Executions.class.getName());
    private static final int LONGEST_NAME = 80;
    /// From the API reference of StartExecution.
    private static final Duration NAME_TAKEN = Duration.ofDays(90);

    private final StateMachineRunner runner;
    private final Map<String, StateMachine> machines;
    private final ExecutionListener listener;
    private final ClosedExecutions closed;
    private final Map<String, Running> running = new HashMap<>();

    private record Running(ExecutionRecord execution, RunningExecution handle) {}

    Executions(
            StateMachineRunner runner,
            Map<String, StateMachine> machines,
            ExecutionListener listener,
            ClosedExecutions closed) {
        this.runner = runner;
        this.machines = Map.copyOf(machines);
        this.listener = listener;
        this.closed = closed;
    }

    /// @param name a random one when there is none
    /// @throws ApiException as the API reference says
    synchronized ExecutionRecord start(String stateMachineArn, Optional<String> name, String input) {
        StateMachine machine = machine(stateMachineArn);
        name.ifPresent(Executions::checkName);
        ExecutionInput checked = checkedInput(
                stateMachineArn, name.orElseGet(() -> UUID.randomUUID().toString()), input);
        Running same = running.get(checked.executionArn());
        if (same != null && same.execution().input().equals(input)) {
            return same.execution();
        }
        if (same != null || closedLately(checked.executionArn())) {
            throw new ApiException(
                    "ExecutionAlreadyExists", "Execution Already Exists: '" + checked.executionArn() + "'");
        }
        ExecutionRecord execution =
                new ExecutionRecord(stateMachineArn, checked.name(), input, runner.now(), Optional.empty());
        RunningExecution handle = runner.start(machine, checked, listener);
        running.put(execution.executionArn(), new Running(execution, handle));
        CompletionStage<?> kept = handle.ended().handle((result, fault) -> {
            ended(execution, result, fault);
            return true;
        });
        handle.gone().thenAcceptBoth(kept, (_, _) -> gone(execution.executionArn()));
        return execution;
    }

    synchronized ExecutionRecord describe(String executionArn) {
        Running current = running.get(executionArn);
        return current != null
                ? current.execution()
                : closed.find(executionArn)
                        .orElseThrow(() -> new ApiException(
                                "ExecutionDoesNotExist", "Execution Does Not Exist: '" + executionArn + "'"));
    }

    /// Stops an execution; one that has closed is left as it is.
    ///
    /// @return when it closed
    Instant stop(String executionArn, Optional<String> error, Optional<String> cause) {
        handle(executionArn).ifPresent(handle -> handle.stop(error, cause));
        return describe(executionArn).ending().map(ExecutionRecord.Ending::at).orElseGet(runner::now);
    }

    private synchronized Optional<RunningExecution> handle(String executionArn) {
        return Optional.ofNullable(running.get(executionArn)).map(Running::handle);
    }

    /// The executions of one machine, the last one started first.
    synchronized List<ExecutionRecord> list(String stateMachineArn) {
        machine(stateMachineArn);
        List<ExecutionRecord> executions = new ArrayList<>(closed.all());
        running.values().forEach(current -> executions.add(current.execution()));
        executions.removeIf(execution -> !execution.stateMachineArn().equals(stateMachineArn));
        executions.sort(Comparator.comparing(ExecutionRecord::startedAt)
                .reversed()
                .thenComparing(ExecutionRecord::executionArn));
        return executions;
    }

    /// Interrupts what runs, and forgets it.
    void close() {
        List<Running> left;
        synchronized (this) {
            left = List.copyOf(running.values());
            running.clear();
        }
        left.forEach(current -> current.handle().stop(Optional.empty(), Optional.empty()));
    }

    private synchronized void ended(
            ExecutionRecord execution, @Nullable ExecutionResult result, @Nullable Throwable fault) {
        if (!running.containsKey(execution.executionArn())) {
            return;
        }
        if (fault != null) {
            LOG.log(System.Logger.Level.ERROR, "the sandbox failed under " + execution.executionArn(), fault);
        }
        ExecutionResult ending = result != null
                ? result
                : new Failed(Optional.of(ErrorNames.RUNTIME), Optional.of("The sandbox failed: " + fault));
        try {
            closed.keep(execution.ended(runner.now(), ending));
        } catch (UncheckedIOException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "after a restart its name is free again: " + execution.executionArn(),
                    e);
        }
        running.remove(execution.executionArn());
    }

    /// Not of one that this server was closed under: it has not ended.
    private void gone(String executionArn) {
        find(executionArn)
                .flatMap(ExecutionRecord::ending)
                .ifPresent(ending ->
                        listener.on(new ExecutionEvent.StatusChanged(executionArn, ending.at(), ending.result())));
    }

    /// An execution that has closed.
    synchronized Optional<ExecutionRecord> find(String executionArn) {
        return closed.find(executionArn);
    }

    private boolean closedLately(String executionArn) {
        return closed.find(executionArn)
                .flatMap(ExecutionRecord::ending)
                .filter(ending -> ending.at().plus(NAME_TAKEN).isAfter(runner.now()))
                .isPresent();
    }

    private StateMachine machine(String arn) {
        StateMachine machine = machines.get(arn);
        if (machine == null) {
            throw new ApiException("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
        }
        return machine;
    }

    private static void checkName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !Names.allowed(name)) {
            throw new ApiException("InvalidName", "Invalid Name: '" + name + "'");
        }
    }

    private static ExecutionInput checkedInput(String stateMachineArn, String name, String input) {
        if (input.length() > Payload.LARGEST_BYTES) {
            throw ApiException.invalid("Value at 'input' failed to satisfy constraint: Member must have length less"
                    + " than or equal to " + Payload.LARGEST_BYTES);
        }
        try {
            return new ExecutionInput(stateMachineArn, name, input);
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + e.getMessage() + "'");
        }
    }
}
