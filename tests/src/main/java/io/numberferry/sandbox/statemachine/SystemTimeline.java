package io.numberferry.sandbox.statemachine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Time as it passes.
public final class SystemTimeline implements Timeline {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    @Override
    public <T> T within(Duration limit, Work<T> work) throws InterruptedException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread.ofVirtual().start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            task.cancel(true);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) throws InterruptedException {
        return switch (e.getCause()) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case InterruptedException exception -> throw exception;
            case null, default -> new IllegalStateException(e.getCause());
        };
    }
}
