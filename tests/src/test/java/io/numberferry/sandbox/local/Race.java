package io.numberferry.sandbox.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Lets runners do the same thing at the same time.
final class Race {
    private Race() {}

    /// What each runner came back with, in no useful order.
    static <T> List<T> of(int runners, IntFunction<T> runner) throws Exception {
        var start = new CyclicBarrier(runners);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int number = i;
                tasks.add(() -> {
                    start.await();
                    return runner.apply(number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        }
    }
}
