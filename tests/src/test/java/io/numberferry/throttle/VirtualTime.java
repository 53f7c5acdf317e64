package io.numberferry.throttle;

import io.numberferry.apply.Strands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
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
/// Each strand has a [Life], that of the strand that started it, or else one that never ends. A life can be
/// ended, as a process is killed: then none of its strands ever goes on, not even with what it would do on
/// its way out.
///
/// Outside of [#run] there is only the test's own thread: a wait just moves the clock.
public final class VirtualTime implements Timeline, Strands {
    /// When every test begins.
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Due> ready =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final List<Strandlet> alive = new ArrayList<>();
    private final List<Strandlet> left = new ArrayList<>();
    private final Relay relay = new Relay();
    private final LongSupplier ties;
    private final Life world = new Life("world");
    private Instant now = START;
    private Instant end = Instant.MAX;
    private Optional<Strandlet> running = Optional.empty();
    private int started;
    private boolean over;

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

    /// The life of whoever runs now.
    public Life life() {
        return running.map(strand -> strand.life).orElse(world);
    }

    @Override
    public void sleepUntil(Instant instant) {
        if (!instant.isAfter(now)) {
            return;
        }
        if (running.isEmpty()) {
            actUntil(instant, () -> true);
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

    /// Does something at an instant, whoever lives by then. It must not wait.
    public void at(Instant instant, Runnable action) {
        int number = ++started;
        long tie = ties.getAsLong();
        ready.add(new Action(instant.isBefore(now) ? now : instant, tie == 0 ? number : tie, action));
    }

    @Override
    public Strand start(Work work) {
        return start(life(), work);
    }

    /// Starts work that lives as long as others of the same life.
    public Strand start(Life life, Work work) {
        Strandlet strand = new Strandlet(++started, life, work);
        alive.add(strand);
        ready.add(strand);
        return strand;
    }

    /// Ends a life: none of its strands ever goes on.
    public void kill(Life life) {
        life.end();
        ready.removeIf(due -> due instanceof Strandlet strand && strand.life == life);
        alive.stream().filter(strand -> strand.life == life).forEach(left::add);
        alive.removeIf(strand -> strand.life == life);
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
    /// ever goes on, not even what it would do on its way out. What was asked of others still happens.
    ///
    /// @return whether the work had ended by then
    public boolean runAndKillAt(Instant end, Work work) {
        start(work);
        boolean ended = runUntil(end);
        left.addAll(alive);
        ready.removeIf(Strandlet.class::isInstance);
        alive.clear();
        now = ended ? now : end;
        return ended;
    }

    /// Runs all that was started until it has ended, or up to an instant.
    ///
    /// @return whether all had ended by then
    public boolean runUntil(Instant end) {
        this.end = end;
        while (!alive.isEmpty()) {
            Due next = ready.peek();
            if (next == null) {
                throw new AssertionError("everyone waits and nobody will go on: "
                        + alive.stream().map(Strandlet::wish).collect(Collectors.joining(", ")));
            }
            if (!next.at().isBefore(end)) {
                return false;
            }
            take(next);
            next.goOn();
        }
        return true;
    }

    private void take(Due next) {
        ready.remove();
        now = next.at().isAfter(now) ? next.at() : now;
    }

    /// The strand whose turn it is, taken; empty when something else is due, or nothing. Strands hand over to each
    /// other with it, so that [#runUntil] has to be woken only for what is not an ordinary turn.
    private Optional<Strandlet> ordinaryTurn() {
        if (ready.peek() instanceof Strandlet next && next.at().isBefore(end) && next.isOrdinary()) {
            take(next);
            next.life.takesATurn();
            return Optional.of(next);
        }
        return Optional.empty();
    }

    /// Frees the threads of strands that will never go on. The clock is of no use afterwards.
    public void close() {
        over = true;
        left.addAll(alive);
        left.forEach(strand -> strand.thread.free());
    }

    private void actUntil(Instant instant, BooleanSupplier longer) {
        while (longer.getAsBoolean()
                && ready.peek() instanceof Action action
                && !action.at().isAfter(instant)) {
            ready.remove();
            now = action.at();
            action.goOn();
        }
    }

    /// Waits for something that another strand, or an action, puts into it. For one taker and one thing.
    public final class Mailbox<T> {
        private Optional<T> content = Optional.empty();
        private Optional<Strandlet> taker = Optional.empty();

        public void put(T thing) {
            content = Optional.of(thing);
            taker.filter(ready::remove).ifPresent(strand -> {
                strand.wakeAt = now;
                ready.add(strand);
            });
            taker = Optional.empty();
        }

        /// @return empty when nothing came before the limit
        public Optional<T> take(Instant limit) {
            if (content.isEmpty() && running.isEmpty()) {
                actUntil(limit, () -> content.isEmpty());
            } else if (content.isEmpty()) {
                taker = running;
                sleepUntil(limit);
                taker = Optional.empty();
            }
            return content;
        }
    }

    /// What is to go on at an instant.
    private sealed interface Due {
        Instant at();

        /// Which of several of one instant comes first.
        long order();

        void goOn();
    }

    private record Action(Instant at, long order, Runnable action) implements Due {
        @Override
        public void goOn() {
            action.run();
        }
    }

    private final class Strandlet implements Strand, Due {
        private final int number;
        private final long order;
        private final Life life;
        private final Work work;
        private final StrandThread thread = new StrandThread();
        private final List<Strandlet> joiners = new ArrayList<>();
        private Instant wakeAt = now;
        private Optional<Strandlet> waitsFor = Optional.empty();
        private Optional<Throwable> thrown = Optional.empty();
        private boolean ended;

        Strandlet(int number, Life life, Work work) {
            this.number = number;
            this.life = life;
            this.work = work;
            long tie = ties.getAsLong();
            this.order = tie == 0 ? number : tie;
        }

        @Override
        public Instant at() {
            return wakeAt;
        }

        @Override
        public long order() {
            return order;
        }

        @Override
        public void goOn() {
            if (life.frozenUntil().isAfter(now)) {
                wakeAt = life.frozenUntil();
                ready.add(this);
            } else if (life.meetsItsFate()) {
                again();
            } else {
                runOn();
            }
        }

        private void again() {
            if (!life.ended()) {
                ready.add(this);
            }
        }

        private void runOn() {
            begin();
            relay.await(() -> running.orElseThrow().hung());
            running = Optional.empty();
        }

        private void begin() {
            running = Optional.of(this);
            relay.turn();
            thread.goOn(name(), this::live);
        }

        /// Tells whether its next turn is one like any other.
        boolean isOrdinary() {
            Instant then = wakeAt.isAfter(now) ? wakeAt : now;
            return !life.frozenUntil().isAfter(then) && !life.isFateful();
        }

        private void live() {
            try {
                work.run();
            } catch (Over _) {
                return;
            } catch (Throwable t) {
                thrown = Optional.of(t);
            }
            ended = true;
            alive.remove(this);
            joiners.forEach(joiner -> {
                joiner.wakeAt = now;
                ready.add(joiner);
            });
            handOver();
        }

        void handBack() {
            leaveIfOver();
            handOver();
            thread.pause();
            leaveIfOver();
        }

        private void handOver() {
            ordinaryTurn().ifPresentOrElse(Strandlet::begin, relay::giveBack);
        }

        private void leaveIfOver() {
            if (over) {
                throw new Over();
            }
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

        AssertionError hung() {
            return new AssertionError(name() + " waits outside of virtual time, at " + thread.place());
        }

        private String name() {
            return "strand " + number;
        }

        private String wish() {
            return name() + waitsFor.map(other -> " for " + other.name()).orElse("");
        }
    }
}
