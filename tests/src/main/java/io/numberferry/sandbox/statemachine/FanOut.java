package io.numberferry.sandbox.statemachine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/// Does numbered work on virtual threads, some of it at a time.
final class FanOut {
    private FanOut() {}

    interface Work<T> {
        /// @param index counted from 0
        T run(int index) throws InterruptedException;
    }

    /// Is told by the thread that called [FanOut#run], one thing after the other. What it throws stops the
    /// rest.
    interface Watcher<T> {
        void started();

        void ended(int index, T result);
    }

    private record Done<T>(int index, T result) {}

    /// Starts the work in its order and returns when all is done.
    ///
    /// When one piece of work throws, or the watcher does, or the caller is interrupted, then what runs is
    /// interrupted, nothing more is started, and the exception goes on once everything has ended.
    ///
    /// @param concurrency how much of it at once, at least 1
    static <T> void run(int count, int concurrency, Work<T> work, Watcher<T> watcher) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var completions = new ExecutorCompletionService<Done<T>>(threads);
            try {
                int started = 0;
                for (int ended = 0; ended < count; ended++) {
                    for (; started < count && started - ended < concurrency; started++) {
                        int index = started;
                        watcher.started();
                        completions.submit(() -> new Done<>(index, work.run(index)));
                    }
                    Done<T> done = completions.take().get();
                    watcher.ended(done.index(), done.result());
                }
            } catch (ExecutionException e) {
                throw unwrapped(e);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e.getCause());
        };
    }
}
