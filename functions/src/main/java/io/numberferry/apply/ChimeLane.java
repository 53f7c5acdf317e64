package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Gatherers;

/// Works through the Chime rows of a batch: rows that can share a call go out together, each call when its
/// time comes.
///
/// @param perCall most numbers in one call
record ChimeLane(ChimeBatches batches, LaneRun run, Strands strands, int perCall) {
    /// Calls under way at once; each waits for one answer and perhaps some reads.
    private static final int PLACES = 64;

    /// No call is begun this shortly before the deadline.
    private static final Duration LAST_START = Duration.ofSeconds(20);

    /// Calls whose rows' intents are stored before they are due: each is up to fifty writes, and those of the
    /// next one take place while this one waits.
    private static final int AHEAD = 2;

    /// What becomes of the rows of an answered call.
    interface Ended {
        void row(PlannedItem planned, Outcome outcome);
    }

    /// Rows that go out in one call.
    private record Load(ChimeCall call, List<PlannedItem> rows) {
        Api api() {
            return call.api(rows.size());
        }

        Operation operation() {
            return rows.getFirst().operation();
        }
    }

    /// @param open the rows that are not done, in input order
    void work(List<PlannedItem> open) throws InterruptedException {
        for (List<PlannedItem> wave : Waves.of(open)) {
            Crew dispatchers = crew();
            for (List<Load> loads : loads(wave)) {
                dispatchers.start(() -> dispatch(loads, run::end));
            }
            dispatchers.start(() -> new ChimeUpdates(this)
                    .work(wave.stream()
                            .filter(planned -> planned.operation() instanceof Operation.Update)
                            .toList()));
            dispatchers.join();
        }
    }

    /// Sends rows that take the same call, and returns when all are answered.
    void dispatch(ChimeCall call, List<PlannedItem> rows, Ended ended) throws InterruptedException {
        dispatch(loads(call, rows), ended);
    }

    private void dispatch(List<Load> loads, Ended ended) throws InterruptedException {
        loads.forEach(load -> batches.caller().pacer().expect(load.api(), 1));
        Ahead<Load, Load> intended = new Ahead<>(loads.iterator(), load -> intended(load, ended), AHEAD, crew());
        Crew crew = crew();
        try {
            begin(intended, crew, ended);
            crew.join();
        } finally {
            intended.end(load -> load.rows().forEach(run.ledger()::withdraw));
        }
    }

    private void begin(Ahead<Load, Load> intended, Crew crew, Ended ended) throws InterruptedException {
        Caller caller = batches.caller();
        Instant lastStart = caller.deadline().minus(LAST_START);
        for (Optional<Load> next = intended.next(); next.isPresent(); next = intended.next()) {
            Load load = next.get();
            Optional<Trail.Permit> permit = caller.admit(load.api(), lastStart);
            if (permit.isEmpty() || crew.hasFailed()) {
                permit.ifPresent(caller::giveBack);
                load.rows().forEach(run.ledger()::withdraw);
                return;
            }
            crew.start(
                    () -> send(load, new Trail(permit, false, caller.timeline().now()), ended));
        }
    }

    private void send(Load load, Trail trail, Ended ended) throws InterruptedException {
        try {
            List<PlannedItem> mine =
                    load.rows().stream().filter(run::mayStillGo).toList();
            if (!mine.isEmpty()) {
                mine.forEach(run.ledger()::begin);
                Map<Integer, Outcome> outcomes = batches.send(load.call(), mine, trail);
                mine.forEach(planned -> Optional.ofNullable(outcomes.get(planned.line()))
                        .ifPresent(outcome -> ended.row(planned, outcome)));
                run.learn(load.operation(), outcomes.values().stream().anyMatch(Outcome::good), trail.blame());
            }
        } finally {
            trail.unused().ifPresent(batches.caller()::giveBack);
        }
    }

    /// Stores the intents of a load side by side: fifty writes one after another would hold its call up. A row
    /// that an earlier worker may have sent is looked up first, and ends here when that shows it done.
    ///
    /// @return the rows that may be sent, in input order; empty when there are none
    private Optional<Load> intended(Load load, Ended ended) throws InterruptedException {
        Map<Integer, PlannedItem> mine = new ConcurrentSkipListMap<>();
        Crew writers = crew();
        for (PlannedItem planned : load.rows()) {
            writers.start(() -> {
                if (run.mayGo(planned) && run.intend(planned)) {
                    batches.lookUp(load.call(), planned)
                            .ifPresentOrElse(done -> ended.row(planned, done), () -> mine.put(planned.line(), planned));
                }
            });
        }
        writers.join();
        return mine.isEmpty() ? Optional.empty() : Optional.of(new Load(load.call(), List.copyOf(mine.values())));
    }

    /// The loads of a wave, those of one API together, whatever their targets: they wait for the same quota.
    private Collection<List<Load>> loads(List<PlannedItem> wave) {
        Map<ChimeCall, List<PlannedItem>> groups = new LinkedHashMap<>();
        for (PlannedItem planned : wave) {
            call(planned.operation())
                    .ifPresent(call ->
                            groups.computeIfAbsent(call, _ -> new ArrayList<>()).add(planned));
        }
        Map<Api, List<Load>> byApi = new EnumMap<>(Api.class);
        groups.forEach((call, rows) -> loads(call, rows)
                .forEach(load -> byApi.computeIfAbsent(load.api(), _ -> new ArrayList<>())
                        .add(load)));
        return byApi.values();
    }

    private List<Load> loads(ChimeCall call, List<PlannedItem> rows) {
        return rows.stream()
                .filter(run::mayGo)
                .gather(Gatherers.windowFixed(perCall))
                .map(chunk -> new Load(call, chunk))
                .toList();
    }

    private Crew crew() {
        return new Crew(strands, batches.caller().timeline(), PLACES);
    }

    private static Optional<ChimeCall> call(Operation operation) {
        return switch (operation) {
            case Operation.Associate(var target, boolean force) ->
                Optional.of(new ChimeCall.Associating(target, force));
            case Operation.Disassociate(var target) -> Optional.of(new ChimeCall.Disassociating(target));
            case Operation.Update _, Operation.OnConnect _ -> Optional.empty();
        };
    }
}
