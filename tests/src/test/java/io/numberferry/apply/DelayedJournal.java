package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Tags;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A journal whose answers take time, as a store's do.
///
/// @param latency of each request
record DelayedJournal(Journal whole, VirtualTime time, Supplier<Duration> latency) implements Journal {
    private <T> T after(Supplier<T> request) {
        time.pass(latency.get());
        return request.get();
    }

    @Override
    public Lease take(BatchId batch, String owner) {
        return after(() -> whole.take(batch, owner));
    }

    @Override
    public List<Entry> read(BatchId batch) {
        return after(() -> whole.read(batch));
    }

    @Override
    public boolean intend(Lease lease, Entry entry) {
        return after(() -> whole.intend(lease, entry));
    }

    @Override
    public boolean withdraw(Lease lease, int line) {
        return after(() -> whole.withdraw(lease, line));
    }

    @Override
    public Optional<Holder> hold(Lease lease, int line, PhoneNumber number) {
        return after(() -> whole.hold(lease, line, number));
    }

    @Override
    public boolean accepted(Lease lease, int line, NumberId number) {
        return after(() -> whole.accepted(lease, line, number));
    }

    @Override
    public boolean tagsBefore(Lease lease, int line, Tags tags) {
        return after(() -> whole.tagsBefore(lease, line, tags));
    }

    @Override
    public boolean finish(Lease lease, int line, Outcome outcome) {
        return after(() -> whole.finish(lease, line, outcome));
    }

    @Override
    public boolean skip(Lease lease, int line, Outcome outcome) {
        return after(() -> whole.skip(lease, line, outcome));
    }

    @Override
    public void addCalls(Lease lease, Map<Api, CallCount> calls) {
        whole.addCalls(lease, calls);
    }

    @Override
    public void addSeries(Lease lease, Map<Api, CallSeries> series) {
        whole.addSeries(lease, series);
    }

    @Override
    public Map<Api, CallSeries> series(BatchId batch) {
        return whole.series(batch);
    }

    @Override
    public Map<Api, CallCount> calls(BatchId batch) {
        return whole.calls(batch);
    }
}
