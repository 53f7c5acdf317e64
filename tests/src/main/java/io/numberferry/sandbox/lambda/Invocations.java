package io.numberferry.sandbox.lambda;

import io.numberferry.sandbox.statemachine.InvocationResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// The calls of functions that are under way. One whose caller has gone goes on to its end, as in Lambda. Safe for
/// use by several threads.
public final class Invocations implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Long, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong begun = new AtomicLong();

    /// Calls a function on a thread of its own and waits for what it gives.
    ///
    /// @throws InterruptedException when the caller is told to stop; the function goes on. Where the caller
    ///     had been told before, it is not called
    /// @throws ExecutionException with what the call threw
    public InvocationResult call(Callable<InvocationResult> function) throws InterruptedException, ExecutionException {
        long number = begun.incrementAndGet();
        // First noted, then looked: whoever stops a caller and then asks what is under way misses no call of it.
        underWay.put(number, new CompletableFuture<>());
        return started(function, number).get();
    }

    private Future<InvocationResult> started(Callable<InvocationResult> function, long number)
            throws InterruptedException {
        boolean started = false;
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped before the function was called");
            }
            Future<InvocationResult> result = threads.submit(() -> {
                try {
                    return function.call();
                } finally {
                    end(number);
                }
            });
            started = true;
            return result;
        } finally {
            if (!started) {
                end(number);
            }
        }
    }

    /// Completes when every call that is under way now has ended.
    public CompletableFuture<Void> allEnded() {
        return CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new));
    }

    /// Interrupts what is under way.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void end(long number) {
        Optional.ofNullable(underWay.remove(number)).ifPresent(ended -> ended.complete(null));
    }
}
