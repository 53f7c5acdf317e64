package io.numberferry.sandbox.lambda;

import io.numberferry.sandbox.statemachine.InvocationResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One JVM with a function in it, which takes one invocation after another. Invoked by one thread at a time;
/// stopped by any.
final class ExecutionEnvironment implements AutoCloseable {
    private final DeclaredFunction function;
    private final RuntimeApi api;
    private final Process process;
    private final CompletableFuture<InvocationResult> exit;
    private volatile Optional<String> work = Optional.empty();

    private ExecutionEnvironment(DeclaredFunction function, RuntimeApi api, Process process) {
        this.function = function;
        this.api = api;
        this.process = process;
        this.exit = process.onExit().thenApply(ended -> Endings.exited(ended.exitValue()));
    }

    static ExecutionEnvironment start(DeclaredFunction function, Launch launch) throws IOException {
        RuntimeApi api = RuntimeApi.start(launch.arn(function));
        try {
            return new ExecutionEnvironment(function, api, launch.start(function, api.address()));
        } catch (IOException e) {
            api.close();
            throw e;
        }
    }

    /// Has the function called once, and ends the JVM when that takes too long.
    ///
    /// The function's time counts from the moment at which the runtime asks for the work, so what it takes to
    /// start is not part of it. It may start for as long again.
    ///
    /// @return how the JVM ended, where it did before it asked for the work
    InvocationResult firstInvoke(String payload) throws InterruptedException {
        return switch (first(function.timeout(), api.initFault(), exit, api.request())) {
            case RuntimeApi.Request request -> give(request, payload);
            case InvocationResult ended -> ended;
            case Object other -> throw new IllegalStateException("neither work nor an end: " + other);
        };
    }

    /// As [#firstInvoke], in a JVM that has taken work before.
    ///
    /// @return empty when the JVM ended before it asked for this work, which so was not begun
    Optional<InvocationResult> invoke(String payload) throws InterruptedException {
        return isAlive() && first(function.timeout(), exit, api.request()) instanceof RuntimeApi.Request request
                ? Optional.of(give(request, payload))
                : Optional.empty();
    }

    private InvocationResult give(RuntimeApi.Request request, String payload) throws InterruptedException {
        Invocation invocation = Invocation.of(payload, Instant.now().plus(function.timeout()));
        work = Optional.of(payload);
        api.give(request, invocation);
        InvocationResult result = (InvocationResult) first(function.timeout(), invocation.ending(), exit);
        work = Optional.empty();
        return result;
    }

    /// What it is at work on, as it was given; empty while it waits.
    Optional<String> work() {
        return work;
    }

    boolean runs(String functionName) {
        return function.name().equals(functionName);
    }

    /// Asks the system: its end is learned of a moment later.
    boolean isAlive() {
        return process.toHandle().isAlive();
    }

    /// Ends the JVM at once, wherever it is: on Linux with SIGKILL.
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
        api.close();
    }

    private Object first(Duration limit, CompletableFuture<?>... ways) throws InterruptedException {
        try {
            return CompletableFuture.anyOf(ways).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            kill();
            return Endings.timedOut(limit);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an end is never exceptional", e);
        }
    }
}
