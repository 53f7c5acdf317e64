package io.numberferry.sandbox.statemachine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/// A clock that a sleeper sets forward. A limit is reached when a sleep of the same thread would pass it.
final class VirtualTimeline implements Timeline {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Deque<Instant>> deadlines = ThreadLocal.withInitial(ArrayDeque::new);
    private Instant now = START;

    private static final class Reached extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Instant deadline;

        Reached(Instant deadline) {
            this.deadline = deadline;
        }
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    /// Every sleep that was not cut short, in order.
    List<Duration> slept() {
        return slept;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        Instant until = now.plus(duration);
        Optional<Instant> deadline = deadlines.get().stream().min(Comparator.naturalOrder());
        if (deadline.isPresent() && until.isAfter(deadline.get())) {
            now = deadline.get();
            throw new Reached(deadline.get());
        }
        now = until;
        slept.add(duration);
    }

    @Override
    public <T> T within(Duration limit, Work<T> work) throws InterruptedException, TimeoutException {
        Instant deadline = now().plus(limit);
        deadlines.get().push(deadline);
        try {
            return work.run();
        } catch (Reached e) {
            if (e.deadline.equals(deadline)) {
                throw new TimeoutException("at " + deadline);
            }
            throw e;
        } finally {
            deadlines.get().pop();
        }
    }
}
