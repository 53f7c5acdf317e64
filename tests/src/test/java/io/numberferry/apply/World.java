package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.QuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/// Everything a worker meets, in virtual time. Its quotas are generous unless a test sets others.
final class World {
    final VirtualTime time;
    final FakeConnect connect;
    final FakeChime chime;
    final InMemoryJournal journal = new InMemoryJournal();
    private final QuotaStore quotaStore = new InMemoryQuotaStore();
    private Quotas quotas = new Quotas(new Quota(50, 100), new Quota(50, 100), Map.of());
    private int chimePerCall = 50;

    World() {
        this(VirtualTime.inOrder());
    }

    World(VirtualTime time) {
        this.time = time;
        this.connect = new FakeConnect(time);
        this.chime = new FakeChime(time);
    }

    World withQuotas(Quotas others) {
        quotas = others;
        return this;
    }

    World withChimePerCall(int numbers) {
        chimePerCall = numbers;
        return this;
    }

    BatchApplier applier() {
        return applier(journal);
    }

    /// A worker whose journal is this one.
    BatchApplier applier(Journal other) {
        return applier(other, (_, _, _) -> {});
    }

    /// A worker that tells this meter how it gets on.
    BatchApplier applier(Meter meter) {
        return applier(journal, meter);
    }

    private BatchApplier applier(Journal other, Meter meter) {
        return new BatchApplier(
                new Services(connect, chime, chimePerCall),
                other,
                new Pace(quotas, quotaStore, time, new Random(1)),
                time,
                meter);
    }

    /// Works on the first batch, with an hour of time.
    BatchApplier.Progress work(PlannedItem... rows) throws InterruptedException {
        return work(List.of(rows));
    }

    BatchApplier.Progress work(List<PlannedItem> rows) throws InterruptedException {
        return work(batch(rows), Duration.ofHours(1));
    }

    BatchApplier.Progress work(Batch batch, Duration limit) throws InterruptedException {
        Instant deadline = time.now().plus(limit);
        List<BatchApplier.Progress> progress = new ArrayList<>();
        time.run(() -> progress.add(applier().apply(batch, "worker", deadline)));
        return progress.getFirst();
    }

    /// Works on the first batch until a moment, and is then killed.
    void workAndKillAt(Duration moment, List<PlannedItem> rows) {
        Instant deadline = time.now().plus(Duration.ofHours(1));
        time.runAndKillAt(time.now().plus(moment), () -> applier().apply(batch(rows), "killed", deadline));
    }

    /// Settles the first batch of a job that was stopped, with an hour of time.
    BatchApplier.Progress settle(List<PlannedItem> rows) throws InterruptedException {
        return settle(rows, () -> true);
    }

    /// @param stopped the answer to whether it still is
    BatchApplier.Progress settle(List<PlannedItem> rows, BooleanSupplier stopped) throws InterruptedException {
        Instant deadline = time.now().plus(Duration.ofHours(1));
        List<BatchApplier.Progress> progress = new ArrayList<>();
        time.run(() -> progress.add(applier().settle(batch(rows), "settler", deadline, stopped)));
        return progress.getFirst();
    }

    static Batch batch(List<PlannedItem> rows) {
        return batch(1, rows);
    }

    static Batch batch(int number, List<PlannedItem> rows) {
        Service service = rows.getFirst().operation().service();
        return new Batch(Samples.batch(service, number), rows);
    }

    /// How a row of the first batches ended.
    ///
    /// @throws AssertionError when it is open
    Outcome outcome(int line) {
        return entries().stream()
                .filter(entry -> entry.line() == line)
                .findFirst()
                .flatMap(Journal.Entry::outcome)
                .orElseThrow(() -> new AssertionError("line " + line + " is open"));
    }

    Reason reason(int line) {
        return outcome(line).reason();
    }

    /// The reasons of all rows that have ended, by ascending line.
    List<Reason> reasons() {
        return entries().stream()
                .flatMap(entry -> entry.outcome().stream())
                .map(Outcome::reason)
                .toList();
    }

    List<Journal.Entry> entries() {
        List<Journal.Entry> entries = new ArrayList<>();
        for (Service service : Service.values()) {
            for (int number = 1; number <= 3; number++) {
                entries.addAll(journal.read(Samples.batch(service, number)));
            }
        }
        return entries;
    }

    Map<Api, CallCount> calls(Service service) {
        return journal.calls(Samples.batch(service, 1));
    }
}
