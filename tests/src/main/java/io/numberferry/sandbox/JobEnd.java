package io.numberferry.sandbox;

import io.numberferry.sandbox.statemachine.ExecutionEvent;
import io.numberferry.sandbox.statemachine.ExecutionListener;
import io.numberferry.sandbox.statemachine.ExecutionResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/// Waits for executions to end.
final class JobEnd implements ExecutionListener {
    private final Map<String, CompletableFuture<ExecutionResult>> ends = new ConcurrentHashMap<>();

    @Override
    public void on(ExecutionEvent event) {
        if (event instanceof ExecutionEvent.ExecutionEnded(String arn, var _, ExecutionResult result)) {
            end(arn.substring(arn.lastIndexOf(':') + 1)).complete(result);
        }
    }

    /// Waits until the execution of this name has ended.
    ExecutionResult of(String name) throws InterruptedException {
        try {
            return end(name).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an end is never exceptional", e);
        }
    }

    /// Completes when the execution of this name has ended.
    CompletableFuture<ExecutionResult> end(String name) {
        return ends.computeIfAbsent(name, _ -> new CompletableFuture<>());
    }
}
