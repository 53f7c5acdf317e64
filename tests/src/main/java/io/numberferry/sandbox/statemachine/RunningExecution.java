package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.ExecutionResult.Aborted;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/// An execution that was started. Safe for several threads.
public final class RunningExecution {
    private final CompletableFuture<ExecutionResult> result = new CompletableFuture<>();
    private final CompletableFuture<ExecutionResult> gone = new CompletableFuture<>();
    private final Thread thread;

    private RunningExecution(String arn, Timeline.Work<ExecutionResult> work) {
        this.thread = Thread.ofVirtual().name(arn).unstarted(() -> end(work));
    }

    static RunningExecution start(String arn, Timeline.Work<ExecutionResult> work) {
        RunningExecution running = new RunningExecution(arn, work);
        running.thread.start();
        return running;
    }

    /// Ends the execution as aborted, at once; what it was doing is interrupted and may take a moment to
    /// end. Does nothing to an execution that has ended.
    public void stop(Optional<String> error, Optional<String> cause) {
        if (result.complete(new Aborted(error, cause))) {
            thread.interrupt();
        }
    }

    /// Waits for the end.
    ///
    /// @throws IllegalStateException when a port or a listener threw what it should not
    public ExecutionResult await() throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sandbox failed under " + thread.getName(), e.getCause());
        }
    }

    /// Completes with the result, or with what a port or a listener threw.
    CompletionStage<ExecutionResult> ended() {
        return result;
    }

    /// Completes with the same, and later where the execution was stopped: when it runs nothing any more.
    CompletionStage<ExecutionResult> gone() {
        return gone;
    }

    private void end(Timeline.Work<ExecutionResult> work) {
        try {
            result.complete(work.run());
        } catch (InterruptedException _) {
            result.complete(new Aborted(Optional.empty(), Optional.empty()));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            CompletableFuture<Void> _ = result.thenAccept(gone::complete);
        }
    }
}
