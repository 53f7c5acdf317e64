package io.numberferry.function;

import io.numberferry.apply.Strands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Strands as virtual threads.
final class VirtualThreads implements Strands {
    @Override
    public Strand start(Work work) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                work.run();
                ended.complete(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended.completeExceptionally(e);
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
        return () -> join(ended);
    }

    private static void join(CompletableFuture<Void> ended) throws InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case InterruptedException cause -> throw cause;
                case null, default -> throw new IllegalStateException("a strand throws nothing else", e);
            }
        }
    }
}
