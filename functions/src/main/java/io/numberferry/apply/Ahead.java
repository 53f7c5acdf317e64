package io.numberferry.apply;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Makes things ready a few ahead of their turn, side by side, and hands them out in their order. A call whose
/// intent is stored before its permit is due goes out when it is due, and not a store's answer later, when it
/// would run into the next one. Used from one thread.
///
/// @param <T> what is to be made ready
/// @param <R> what it is when it is ready
final class Ahead<T, R> {
    /// Makes one thing ready.
    interface Preparation<T, R> {
        /// @return empty when it is not to be handed out
        Optional<R> prepare(T wanted) throws InterruptedException;
    }

    /// Takes back what was made ready, because its turn did not come.
    interface Withdrawal<R> {
        void withdraw(R ready);
    }

    private record Pending<R>(Strands.Strand strand, AtomicReference<Optional<R>> ready) {}

    private final Iterator<T> wanted;
    private final Preparation<T, R> preparation;
    private final int most;
    private final Crew crew;
    private final Deque<Pending<R>> pending = new ArrayDeque<>();

    /// @param most things under way or ready at once
    /// @param crew of its own, with at least as many places
    Ahead(Iterator<T> wanted, Preparation<T, R> preparation, int most, Crew crew) {
        this.wanted = wanted;
        this.preparation = preparation;
        this.most = most;
        this.crew = crew;
    }

    /// Waits for the next thing that is ready, in the order of the iterator.
    ///
    /// @return empty after the last one, or when making ready failed: then [#end] throws why
    Optional<R> next() throws InterruptedException {
        fill();
        while (!pending.isEmpty()) {
            Pending<R> first = pending.removeFirst();
            fill();
            Optional<R> ready = awaited(first);
            if (ready.isPresent()) {
                return ready;
            }
        }
        return Optional.empty();
    }

    /// Takes back what was not handed out. What making ready threw is thrown here.
    void end(Withdrawal<R> withdrawal) throws InterruptedException {
        while (!pending.isEmpty()) {
            awaited(pending.removeFirst()).ifPresent(withdrawal::withdraw);
        }
        crew.join();
    }

    private void fill() throws InterruptedException {
        while (pending.size() < most && wanted.hasNext() && !crew.hasFailed()) {
            T thing = wanted.next();
            AtomicReference<Optional<R>> ready = new AtomicReference<>(Optional.empty());
            pending.addLast(new Pending<>(crew.start(() -> ready.set(preparation.prepare(thing))), ready));
        }
    }

    private static <R> Optional<R> awaited(Pending<R> first) throws InterruptedException {
        first.strand().join();
        return first.ready().get();
    }
}
