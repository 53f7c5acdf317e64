package io.numberferry.simulation;

import io.numberferry.apply.Journal;
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
import java.util.function.Supplier;

/// A journal at the other end of a network that takes time and fails, with a witness at the table.
record SeenJournal(Journal table, Witness witness, MemoryS3.Way way) implements Journal {

    private <T> T across(String request, Supplier<T> work) {
        way.there(request);
        T answer = work.get();
        way.back(request);
        return answer;
    }

    private boolean write(Lease lease, String request, int line, Supplier<Boolean> work) {
        return across(request, () -> {
            boolean done = work.get();
            witness.wrote(lease, request, line, done);
            return done;
        });
    }

    @Override
    public Lease take(BatchId batch, String owner) {
        return across("take", () -> {
            Lease lease = table.take(batch, owner);
            witness.took(lease);
            return lease;
        });
    }

    @Override
    public List<Entry> read(BatchId batch) {
        return across("read", () -> table.read(batch));
    }

    @Override
    public boolean intend(Lease lease, Entry entry) {
        return write(lease, "intend", entry.line(), () -> {
            boolean done = table.intend(lease, entry);
            if (done) {
                witness.intended(lease, entry.line());
            }
            return done;
        });
    }

    @Override
    public boolean withdraw(Lease lease, int line) {
        return write(lease, "withdraw", line, () -> table.withdraw(lease, line));
    }

    @Override
    public Optional<Holder> hold(Lease lease, int line, PhoneNumber number) {
        return across("hold", () -> table.hold(lease, line, number));
    }

    @Override
    public boolean accepted(Lease lease, int line, NumberId number) {
        return write(lease, "accepted", line, () -> {
            boolean done = table.accepted(lease, line, number);
            if (done) {
                witness.accepted(lease, line);
            }
            return done;
        });
    }

    @Override
    public boolean tagsBefore(Lease lease, int line, Tags tags) {
        return write(lease, "tagsBefore", line, () -> table.tagsBefore(lease, line, tags));
    }

    @Override
    public boolean finish(Lease lease, int line, Outcome outcome) {
        return write(lease, "finish", line, () -> {
            boolean done = table.finish(lease, line, outcome);
            if (done) {
                witness.ended(lease, line, outcome);
            }
            return done;
        });
    }

    @Override
    public boolean skip(Lease lease, int line, Outcome outcome) {
        return write(lease, "skip", line, () -> {
            boolean done = table.skip(lease, line, outcome);
            if (done) {
                witness.ended(lease, line, outcome);
            }
            return done;
        });
    }

    @Override
    public void addCalls(Lease lease, Map<Api, CallCount> calls) {
        across("addCalls", () -> {
            table.addCalls(lease, calls);
            return true;
        });
    }

    @Override
    public Map<Api, CallCount> calls(BatchId batch) {
        return across("calls", () -> table.calls(batch));
    }

    @Override
    public void addSeries(Lease lease, Map<Api, CallSeries> series) {
        across("addSeries", () -> {
            table.addSeries(lease, series);
            return true;
        });
    }

    @Override
    public Map<Api, CallSeries> series(BatchId batch) {
        return across("series", () -> table.series(batch));
    }
}
