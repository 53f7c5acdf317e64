package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.numberferry.sandbox.lambda.Invocations;
import io.numberferry.sandbox.statemachine.ExecutionEvent;
import io.numberferry.sandbox.statemachine.ExecutionEvent.StatusChanged;
import io.numberferry.sandbox.statemachine.ExecutionListener;
import io.numberferry.sandbox.statemachine.ExecutionResult;
import io.numberferry.sandbox.statemachine.StepFunctionsServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/// Closes the jobs that ended without their report, as the rule of this name in template.yaml does. Where AWS waits
/// for the longest that a function may take, this waits until the functions have ended that were under way at the
/// job's end. Safe for use by several threads.
final class StoppedJobs implements ExecutionListener {
    /// The error of a job that failed before any row could begin, and made its report itself.
    static final String WITH_REPORT = "JobFailed";

    private final Invocations invocations;
    private final CompletableFuture<StepFunctionsServer> states = new CompletableFuture<>();
    private final Map<String, CompletableFuture<StatusChanged>> ends = new ConcurrentHashMap<>();

    StoppedJobs(Invocations invocations) {
        this.invocations = invocations;
    }

    /// @param server which has both state machines
    void closeWith(StepFunctionsServer server) {
        states.complete(server);
    }

    @Override
    public void on(ExecutionEvent event) {
        if (event instanceof StatusChanged change) {
            change(change.executionArn()).complete(change);
            if (change.executionArn().startsWith(executionArn(Laptop.STATE_MACHINE_ARN, ""))
                    && isWithoutReport(change.result())) {
                close(change);
            }
        }
    }

    /// Waits until a job has ended and has its report, if need be by its closing. It may have ended in an earlier
    /// process, before its closing had.
    ///
    /// @param job the name of its execution
    /// @return how the job itself ended
    ExecutionResult reported(String job) throws InterruptedException {
        StatusChanged change = ended(executionArn(Laptop.STATE_MACHINE_ARN, job));
        if (isWithoutReport(change.result())) {
            close(change);
            ended(executionArn(Laptop.CLOSING_ARN, closing(change)));
        }
        return change.result();
    }

    private static boolean isWithoutReport(ExecutionResult result) {
        return switch (result) {
            case ExecutionResult.Succeeded _ -> false;
            case ExecutionResult.Failed(var error, var _) -> !error.equals(Optional.of(WITH_REPORT));
            case ExecutionResult.TimedOut _, ExecutionResult.Aborted _ -> true;
        };
    }

    private void close(StatusChanged change) {
        String input = JsonNodeFactory.instance
                .objectNode()
                .put("executionArn", change.executionArn())
                .toString();
        CompletableFuture<Void> _ = invocations
                .allEnded()
                .thenRun(() -> states.join().start(Laptop.CLOSING_ARN, closing(change), input))
                .exceptionally(fault -> {
                    change(executionArn(Laptop.CLOSING_ARN, closing(change))).completeExceptionally(fault);
                    return null;
                });
    }

    /// The same for the same end, so that it is closed once, and a closing that was killed goes on.
    private static String closing(StatusChanged change) {
        String end = change.executionArn() + " " + change.at().toEpochMilli();
        return UUID.nameUUIDFromBytes(end.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private StatusChanged ended(String executionArn) throws InterruptedException {
        CompletableFuture<StatusChanged> change = change(executionArn);
        states.join().ended(executionArn).ifPresent(change::complete);
        try {
            return change.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the closing could not be started", e.getCause());
        }
    }

    private CompletableFuture<StatusChanged> change(String executionArn) {
        return ends.computeIfAbsent(executionArn, _ -> new CompletableFuture<>());
    }

    static String executionArn(String stateMachineArn, String name) {
        return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name;
    }
}
