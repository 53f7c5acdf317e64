package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A journal that cannot be reached for some of its writes.
///
/// @param breaks tells by name which method cannot reach the store: `intend`, `accepted`, `finish`
record BrokenJournal(Journal whole, Predicate<String> breaks) implements Journal {

    private void reach(String method) {
        if (breaks.test(method)) {
            throw new JournalUnavailableException("the journal cannot be reached", new IllegalStateException());
        }
    }

    @Override
    public Lease take(BatchId batch, String owner) {
        reach("take");
        return whole.take(batch, owner);
    }

    @Override
    public List<Entry> read(BatchId batch) {
        reach("read");
        return whole.read(batch);
    }

    @Override
    public boolean intend(Lease lease, Entry entry) {
        reach("intend");
        return whole.intend(lease, entry);
    }

    @Override
    public boolean withdraw(Lease lease, int line) {
        reach("withdraw");
        return whole.withdraw(lease, line);
    }

    @Override
    public Optional<Holder> hold(Lease lease, int line, PhoneNumber number) {
        reach("hold");
        return whole.hold(lease, line, number);
    }

    @Override
    public boolean accepted(Lease lease, int line, NumberId number) {
        reach("accepted");
        return whole.accepted(lease, line, number);
    }

    @Override
    public boolean tagsBefore(Lease lease, int line, Tags tags) {
        reach("tagsBefore");
        return whole.tagsBefore(lease, line, tags);
    }

    @Override
    public boolean finish(Lease lease, int line, Outcome outcome) {
        reach("finish");
        return whole.finish(lease, line, outcome);
    }

    @Override
    public boolean skip(Lease lease, int line, Outcome outcome) {
        reach("skip");
        return whole.skip(lease, line, outcome);
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
