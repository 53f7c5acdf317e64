package io.numberferry.throttle;

import io.numberferry.apply.Strands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A clock that moves only when everyone waits, and strands that run one at a time: hours of work in
/// milliseconds, and the same every time.
///
/// A strand runs until it waits for an instant or for another strand; then the one whose instant is the
/// earliest goes on, and of several the one that was started first. Strands may wait for nothing else, such
/// as locks that are held by one that waits here.
///
/// Outside of [#run] there is only the test's own thread: a wait just moves the clock.
public final class VirtualTime implements Timeline, Strands {
    /// When every test begins.
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// A strand that does not come back in so much real time hangs outside of this clock.
    private static final int HUNG_SECONDS = 30;

    private final PriorityQueue<Strandlet> ready =
            new PriorityQueue<>(Comparator.comparing(Strandlet::wakeAt).thenComparingLong(Strandlet::tie));
    private final List<Strandlet> alive = new ArrayList<>();
    private final Semaphore back = new Semaphore(0);
    private final LongSupplier ties;
    private Instant now = START;
    private Optional<Strandlet> running = Optional.empty();
    private int started;

    private VirtualTime(LongSupplier ties) {
        this.ties = ties;
    }

    /// Strands that wait for the same instant go on in the order in which they were started.
    public static VirtualTime inOrder() {
        return new VirtualTime(() -> 0);
    }

    /// Strands that wait for the same instant go on in an order that the seed decides.
    public static VirtualTime shuffled(RandomGenerator seeded) {
        return new VirtualTime(seeded::nextLong);
    }

    @Override
    public Instant now() {
        return now;
    }

    /// The time since [#START].
    public Duration passed() {
        return Duration.between(START, now);
    }

    @Override
    public void sleepUntil(Instant instant) {
        if (!instant.isAfter(now)) {
            return;
        }
        if (running.isEmpty()) {
            now = instant;
            return;
        }
        Strandlet me = running.get();
        me.wakeAt = instant;
        ready.add(me);
        me.handBack();
    }

    /// Waits for a time.
    public void pass(Duration duration) {
        sleepUntil(now.plus(duration));
    }

    @Override
    public Strand start(Work work) {
        Strandlet strand = new Strandlet(++started, work);
        alive.add(strand);
        ready.add(strand);
        return strand;
    }

    /// Runs the work, and all that it starts, to the end. What it throws is thrown here.
    ///
    /// @throws AssertionError when strands wait for each other
    public void run(Work work) throws InterruptedException {
        Strandlet first = (Strandlet) start(work);
        if (!runUntil(Instant.MAX)) {
            throw new AssertionError("time ended");
        }
        first.join();
    }

    /// Runs the work up to an instant, and then stops everything for good, wherever it is: nothing of it
    /// ever goes on, not even what it would do on its way out.
    ///
    /// @return whether the work had ended by then
    public boolean runAndKillAt(Instant end, Work work) {
        start(work);
        boolean ended = runUntil(end);
        ready.clear();
        alive.clear();
        now = ended ? now : end;
        return ended;
    }

    private boolean runUntil(Instant end) {
        while (!alive.isEmpty()) {
            Strandlet next = ready.poll();
            if (next == null) {
                throw new AssertionError("everyone waits and nobody will go on: "
                        + alive.stream().map(Strandlet::wish).collect(Collectors.joining(", ")));
            }
            if (!next.wakeAt.isBefore(end)) {
                return false;
            }
            now = next.wakeAt.isAfter(now) ? next.wakeAt : now;
            next.goOn();
        }
        return true;
    }

    private final class Strandlet implements Strand {
        private final int number;
        private final long order;
        private final Work work;
        private final Semaphore turn = new Semaphore(0);
        private final List<Strandlet> joiners = new ArrayList<>();
        private Instant wakeAt = now;
        private Optional<Thread> thread = Optional.empty();
        private Optional<Strandlet> waitsFor = Optional.empty();
        private Optional<Throwable> thrown = Optional.empty();
        private boolean ended;

        Strandlet(int number, Work work) {
            this.number = number;
            this.work = work;
            long tie = ties.getAsLong();
            this.order = tie == 0 ? number : tie;
        }

        Instant wakeAt() {
            return wakeAt;
        }

        long tie() {
            return order;
        }

        void goOn() {
            running = Optional.of(this);
            if (thread.isEmpty()) {
                thread = Optional.of(Thread.ofVirtual().name(name()).start(this::live));
            } else {
                turn.release();
            }
            awaitBack();
            running = Optional.empty();
        }

        private void awaitBack() {
            try {
                if (!back.tryAcquire(HUNG_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError(name() + " waits outside of virtual time, at "
                            + thread.map(Thread::getStackTrace).map(List::of).orElse(List.of()));
                }
            } catch (InterruptedException e) {
                throw new AssertionError("the test was interrupted", e);
            }
        }

        private void live() {
            try {
                work.run();
            } catch (Throwable t) {
                thrown = Optional.of(t);
            }
            ended = true;
            alive.remove(this);
            joiners.forEach(joiner -> {
                joiner.wakeAt = now;
                ready.add(joiner);
            });
            back.release();
        }

        void handBack() {
            back.release();
            turn.acquireUninterruptibly();
        }

        @Override
        public void join() throws InterruptedException {
            if (!ended) {
                Strandlet me = running.orElseThrow(() -> new IllegalStateException("only a strand waits for a strand"));
                joiners.add(me);
                me.waitsFor = Optional.of(this);
                me.handBack();
                me.waitsFor = Optional.empty();
            }
            if (thrown.isPresent()) {
                rethrow(thrown.get());
            }
        }

        private static void rethrow(Throwable thrown) throws InterruptedException {
            switch (thrown) {
                case InterruptedException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new AssertionError(thrown);
            }
        }

        private String name() {
            return "strand " + number;
        }

        private String wish() {
            return name() + waitsFor.map(other -> " for " + other.name()).orElse("");
        }
    }
}
