package io.numberferry.apply;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Starts threads at the same moment.
public final class Race {
    private Race() {}

    /// Runs all, each on a thread of its own, and gives what they returned, in their order.
    public static <T> List<T> of(List<? extends Callable<T>> runners) throws Exception {
        CyclicBarrier start = new CyclicBarrier(runners.size());
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Stream<Callable<T>> waiting = runners.stream().map(runner -> () -> {
                start.await();
                return runner.call();
            });
            List<Future<T>> ended = threads.invokeAll(waiting.toList());
            return ended.stream().map(Future::resultNow).toList();
        }
    }
}
