package io.numberferry.apply;

import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// What becomes of the rows of an answered call.
    interface Ended {
        void row(PlannedItem planned, Outcome outcome, int attempts);
    }

    /// @param open the rows that are not done, in input order
    void work(List<PlannedItem> open) throws InterruptedException {
        for (List<PlannedItem> wave : Waves.of(open)) {
            for (Map.Entry<ChimeCall, List<PlannedItem>> group : groups(wave).entrySet()) {
                dispatch(group.getKey(), group.getValue(), run::end);
            }
            ChimeUpdates updates = new ChimeUpdates(this);
            updates.work(wave.stream()
                    .filter(planned -> planned.operation() instanceof Operation.Update)
                    .toList());
        }
    }

    /// Sends rows in calls of at most [#perCall], and returns when all are answered.
    void dispatch(ChimeCall call, List<PlannedItem> rows, Ended ended) throws InterruptedException {
        Caller caller = batches.caller();
        Instant lastStart = caller.deadline().minus(LAST_START);
        List<List<PlannedItem>> chunks = rows.stream()
                .filter(run::mayGo)
                .gather(Gatherers.windowFixed(perCall))
                .toList();
        Crew crew = new Crew(strands, caller.timeline(), PLACES);
        chunks.forEach(chunk -> caller.pacer().expect(call.api(chunk.size()), 1));
        for (List<PlannedItem> chunk : chunks) {
            if (!caller.timeline().now().isBefore(lastStart)) {
                break;
            }
            Trail.Permit permit = caller.admit(call.api(chunk.size()));
            crew.start(() -> send(call, chunk, new Trail(Optional.of(permit)), ended));
        }
        crew.join();
    }

    private void send(ChimeCall call, List<PlannedItem> chunk, Trail trail, Ended ended) throws InterruptedException {
        try {
            List<PlannedItem> mine = new ArrayList<>();
            for (PlannedItem planned : chunk) {
                if (run.mayGo(planned) && run.ledger().intend(planned)) {
                    mine.add(planned);
                }
            }
            if (!mine.isEmpty()) {
                Map<Integer, Outcome> outcomes = batches.send(call, mine, trail);
                for (PlannedItem planned : mine) {
                    Optional.ofNullable(outcomes.get(planned.line()))
                            .ifPresent(outcome -> ended.row(planned, outcome, trail.attempts()));
                }
            }
        } finally {
            trail.unused().ifPresent(batches.caller()::giveBack);
        }
    }

    private static Map<ChimeCall, List<PlannedItem>> groups(List<PlannedItem> wave) {
        Map<ChimeCall, List<PlannedItem>> groups = new LinkedHashMap<>();
        for (PlannedItem planned : wave) {
            call(planned.operation())
                    .ifPresent(call ->
                            groups.computeIfAbsent(call, _ -> new ArrayList<>()).add(planned));
        }
        return groups;
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
