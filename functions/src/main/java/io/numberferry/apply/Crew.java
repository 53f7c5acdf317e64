package io.numberferry.apply;

import io.numberferry.throttle.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs work side by side, with a bound on how much is under way. Used from one thread.
final class Crew {
    /// How often a full crew looks for a free place: far below the time between two calls of one API.
    private static final Duration POLL = Duration.ofMillis(5);

    private final Strands strands;
    private final Timeline timeline;
    private final int places;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final List<Strands.Strand> started = new ArrayList<>();

    Crew(Strands strands, Timeline timeline, int places) {
        this.strands = strands;
        this.timeline = timeline;
        this.places = places;
    }

    /// Starts work, waiting for a place first.
    ///
    /// @return to wait for this work alone; what it throws is thrown by [Crew#join] only
    Strands.Strand start(Strands.Work work) throws InterruptedException {
        while (busy.get() >= places) {
            timeline.sleepUntil(timeline.now().plus(POLL));
        }
        busy.incrementAndGet();
        Strands.Strand strand = strands.start(() -> {
            boolean ended = false;
            try {
                work.run();
                ended = true;
            } finally {
                failed.compareAndSet(false, !ended);
                busy.decrementAndGet();
            }
        });
        started.add(strand);
        return () -> ended(strand);
    }

    private static void ended(Strands.Strand strand) throws InterruptedException {
        try {
            strand.join();
        } catch (RuntimeException _) {
            // The crew throws it when all have ended.
        }
    }

    /// Tells whether any work threw something: then [#join] will throw it, and there is no point in starting
    /// more.
    boolean hasFailed() {
        return failed.get();
    }

    /// Waits for all work. What any of it threw is thrown again, after all have ended.
    void join() throws InterruptedException {
        RuntimeException first = null;
        for (Strands.Strand strand : started) {
            try {
                strand.join();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        started.clear();
        if (first != null) {
            throw first;
        }
    }
}
