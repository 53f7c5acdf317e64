package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import io.numberferry.domain.Lane;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Tags;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The model of the journal: the same promises as the real one, which runs the same contract tests. Here
/// nothing expires.
///
/// Safe for use by several threads.
public final class InMemoryJournal implements Journal {
    private final Map<BatchId, Held> batches = new HashMap<>();
    private final Map<Numbered, Holder> holders = new HashMap<>();

    private record Numbered(Lane lane, PhoneNumber number) {}

    @Override
    public synchronized Lease take(BatchId batch, String owner) {
        Held held = held(batch);
        held.epoch++;
        return new Lease(batch, owner, held.epoch);
    }

    @Override
    public synchronized List<Entry> read(BatchId batch) {
        return held(batch).rows.values().stream().map(Written::entry).toList();
    }

    @Override
    public synchronized boolean intend(Lease lease, Entry entry) {
        if (entry.state() != State.INTENT) {
            throw new IllegalArgumentException("a row is intended in state INTENT, not " + entry.state());
        }
        Map<Integer, Written> rows = held(lease.batch()).rows;
        Optional<Written> earlier = Optional.ofNullable(rows.get(entry.line()));
        if (earlier.isPresent() && !earlier.get().openTo(lease)) {
            return false;
        }
        Entry wanted = earlier.map(Written::entry)
                .filter(before -> before.generation() >= entry.generation())
                .map(InMemoryJournal::again)
                .orElse(entry);
        rows.put(entry.line(), new Written(lease, wanted));
        return true;
    }

    /// The same request once more: its token, its hash and what the service called the number stay.
    private static Entry again(Entry e) {
        return in(State.INTENT, e, e.number(), Optional.empty());
    }

    private static Entry in(State state, Entry e, Optional<NumberId> number, Optional<Outcome> outcome) {
        return new Entry(
                e.line(),
                state,
                e.token(),
                e.parametersHash(),
                e.generation(),
                number,
                outcome,
                e.earlierFailure(),
                e.tagsBefore());
    }

    @Override
    public synchronized boolean withdraw(Lease lease, int line) {
        Map<Integer, Written> rows = held(lease.batch()).rows;
        Optional<Written> row = Optional.ofNullable(rows.get(line));
        boolean mine = row.filter(written -> written.lease().equals(lease)
                        && written.entry().state() == State.INTENT
                        && written.entry().number().isEmpty())
                .isPresent();
        if (mine) {
            rows.remove(line);
        }
        return mine;
    }

    @Override
    public synchronized Optional<Holder> hold(Lease lease, int line, PhoneNumber number) {
        Holder mine = new Holder(lease.batch(), line);
        Numbered key = new Numbered(lease.batch().lane(), number);
        Optional<Holder> other = Optional.ofNullable(holders.get(key))
                .filter(holder -> !holder.equals(mine))
                .filter(holder -> Optional.ofNullable(held(holder.batch()).rows.get(holder.line()))
                        .filter(Written::open)
                        .isPresent());
        if (other.isEmpty()) {
            holders.put(key, mine);
        }
        return other;
    }

    @Override
    public synchronized boolean accepted(Lease lease, int line, NumberId number) {
        return change(lease, line, e -> in(State.ACCEPTED, e, Optional.of(number), e.outcome()));
    }

    @Override
    public synchronized boolean tagsBefore(Lease lease, int line, Tags tags) {
        return change(
                lease,
                line,
                e -> new Entry(
                        line,
                        e.state(),
                        e.token(),
                        e.parametersHash(),
                        e.generation(),
                        e.number(),
                        e.outcome(),
                        e.earlierFailure(),
                        Optional.of(tags)));
    }

    @Override
    public synchronized boolean finish(Lease lease, int line, Outcome outcome) {
        Optional<Written> row = Optional.ofNullable(held(lease.batch()).rows.get(line));
        if (row.filter(written -> written.endedBy(lease, outcome)).isPresent()) {
            return true;
        }
        return change(lease, line, e -> in(State.DONE, e, e.number(), Optional.of(outcome)));
    }

    @Override
    public synchronized boolean skip(Lease lease, int line, Outcome outcome) {
        Entry skipped = new Entry(line, State.DONE, Optional.empty(), "", 0, Optional.empty(), Optional.of(outcome));
        Written earlier = held(lease.batch()).rows.putIfAbsent(line, new Written(lease, skipped));
        return earlier == null || earlier.endedBy(lease, outcome);
    }

    private boolean change(Lease lease, int line, UnaryOperator<Entry> change) {
        Map<Integer, Written> rows = held(lease.batch()).rows;
        Optional<Written> row = Optional.ofNullable(rows.get(line));
        if (row.filter(written -> written.open() && written.lease().equals(lease))
                .isEmpty()) {
            return false;
        }
        rows.put(line, new Written(lease, change.apply(row.get().entry())));
        return true;
    }

    @Override
    public synchronized void addCalls(Lease lease, Map<Api, CallCount> calls) {
        Map<Api, CallCount> counted = held(lease.batch()).calls;
        calls.forEach((api, count) -> counted.merge(api, count, CallCount::plus));
    }

    @Override
    public synchronized void addSeries(Lease lease, Map<Api, CallSeries> series) {
        held(lease.batch()).series.put(lease.epoch(), Map.copyOf(series));
    }

    @Override
    public synchronized Map<Api, CallSeries> series(BatchId batch) {
        Map<Api, CallSeries> all = new EnumMap<>(Api.class);
        held(batch)
                .series
                .values()
                .forEach(one -> one.forEach((api, calls) -> all.merge(api, calls, CallSeries::plus)));
        return all;
    }

    @Override
    public synchronized Map<Api, CallCount> calls(BatchId batch) {
        Map<Api, CallCount> counted = new EnumMap<>(held(batch).calls);
        counted.values().removeIf(CallCount.NONE::equals);
        return counted;
    }

    private Held held(BatchId batch) {
        return batches.computeIfAbsent(batch, _ -> new Held());
    }

    /// A row and the lease under which it was last written.
    private record Written(Lease lease, Entry entry) {
        boolean open() {
            return entry.state() != State.DONE;
        }

        boolean openTo(Lease other) {
            return open() && (lease.epoch() < other.epoch() || lease.equals(other));
        }

        boolean endedBy(Lease other, Outcome outcome) {
            return lease.equals(other) && entry.outcome().equals(Optional.of(outcome));
        }
    }

    private static final class Held {
        private long epoch;
        private final Map<Integer, Written> rows = new TreeMap<>();
        private final Map<Api, CallCount> calls = new EnumMap<>(Api.class);
        private final Map<Long, Map<Api, CallSeries>> series = new TreeMap<>();
    }
}
