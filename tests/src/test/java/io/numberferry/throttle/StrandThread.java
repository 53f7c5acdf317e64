package io.numberferry.throttle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// The thread of a strand, which goes on when it is told to and pauses by itself.
final class StrandThread {
    private final Semaphore turn = new Semaphore(0);
    private Optional<Thread> thread = Optional.empty();

    /// Starts the work, or lets it go on after its pause.
    void goOn(String name, Runnable work) {
        if (thread.isPresent()) {
            turn.release();
            return;
        }
        // Known before it runs: it may let itself go on.
        Thread started = Thread.ofVirtual().name(name).unstarted(work);
        thread = Optional.of(started);
        started.start();
    }

    /// Called by the thread itself.
    void pause() {
        turn.acquireUninterruptibly();
    }

    /// Ends a pause that nobody else will end.
    void free() {
        turn.release();
    }

    /// Where it is.
    List<StackTraceElement> place() {
        return thread.map(Thread::getStackTrace).map(List::of).orElse(List.of());
    }
}
