package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.throttle.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Works through the Connect rows of a batch. Each row is a strand of its own, begun when its first call may
/// be sent; while some rows are being claimed, others are looked up and others get their flow.
record ConnectLane(ConnectRows rows, LaneRun run, Strands strands) {
    /// Rows under way at once. At 50 claims a second and a few seconds to confirm one, a few hundred are
    /// needed to keep every step busy; each costs a virtual thread.
    private static final int PLACES = 1_000;

    /// No row is begun this shortly before the deadline: a claim usually needs its call, a look and a flow.
    private static final Duration LAST_START = Duration.ofSeconds(20);

    /// Rows whose intents are stored before their first call is due. At 50 calls a second they hold for 0.3 s,
    /// many times what the store takes; a worker that is killed leaves as many rows to be looked up.
    private static final int AHEAD = 16;

    /// @param open the rows that are not done, in input order
    void work(List<PlannedItem> open) throws InterruptedException {
        for (List<PlannedItem> wave : Waves.of(open)) {
            Map<Optional<Api>, List<PlannedItem>> byFirstCall = wave.stream()
                    .collect(Collectors.groupingBy(this::firstCall, LinkedHashMap::new, Collectors.toList()));
            Crew dispatchers = crew();
            for (Map.Entry<Optional<Api>, List<PlannedItem>> group : byFirstCall.entrySet()) {
                dispatchers.start(() -> dispatch(group.getKey(), group.getValue()));
            }
            dispatchers.join();
        }
    }

    /// Begins rows in input order, each when its first call may go.
    private void dispatch(Optional<Api> first, List<PlannedItem> items) throws InterruptedException {
        expect(first, items);
        Ahead<PlannedItem, PlannedItem> intended = new Ahead<>(items.iterator(), this::intended, AHEAD, crew());
        Crew crew = crew();
        try {
            begin(first, intended, crew);
            crew.join();
        } finally {
            intended.end(run.ledger()::withdraw);
        }
    }

    private void begin(Optional<Api> first, Ahead<PlannedItem, PlannedItem> intended, Crew crew)
            throws InterruptedException {
        Caller caller = rows.steps().caller();
        Instant lastStart = caller.deadline().minus(LAST_START);
        for (Optional<PlannedItem> next = intended.next(); next.isPresent(); next = intended.next()) {
            PlannedItem planned = next.get();
            Optional<Trail.Permit> permit = first.isPresent() ? caller.admit(first.get(), lastStart) : Optional.empty();
            boolean late = permit.isEmpty()
                    && (first.isPresent() || !caller.timeline().now().isBefore(lastStart));
            if (late || crew.hasFailed()) {
                permit.ifPresent(caller::giveBack);
                run.ledger().withdraw(planned);
                return;
            }
            crew.start(() -> work(planned, permit));
        }
    }

    private Optional<PlannedItem> intended(PlannedItem planned) {
        return run.mayGo(planned) && run.intend(planned) ? Optional.of(planned) : Optional.empty();
    }

    private void work(PlannedItem planned, Optional<Trail.Permit> permit) throws InterruptedException {
        Trail trail = new Trail(
                permit,
                run.ledger().found(planned).isPresent(),
                rows.steps().timeline().now());
        try {
            if (run.mayStillGo(planned)) {
                run.ledger().begin(planned);
                Optional<Outcome> outcome = run(planned, trail);
                outcome.ifPresent(known -> run.end(planned, known.afterAttempts(trail.attempts())));
                run.learn(planned.operation(), outcome.filter(Outcome::good).isPresent(), trail.blame());
            }
        } finally {
            trail.unused().ifPresent(rows.steps().caller()::giveBack);
        }
    }

    private Optional<Outcome> run(PlannedItem planned, Trail trail) throws InterruptedException {
        try {
            return rows.run(planned, trail);
        } catch (RuntimeException e) {
            return Optional.of(OwnError.outcome(e, trail.mayHaveWritten()));
        }
    }

    /// The call that a row begins with; empty when it waits before its first call.
    private Optional<Api> firstCall(PlannedItem planned) {
        boolean isAccepted =
                run.ledger().found(planned).flatMap(Journal.Entry::number).isPresent();
        return isAccepted
                ? Optional.empty()
                : rows.firstCall(planned, run.ledger().found(planned).isPresent());
    }

    /// Announces the calls that are certain, and those that almost every row needs.
    private void expect(Optional<Api> first, List<PlannedItem> items) {
        Pacer pacer = rows.steps().caller().pacer();
        first.ifPresent(api -> pacer.expect(api, items.size()));
        List<PlannedItem> arriving = items.stream()
                .filter(planned ->
                        planned.operation() instanceof Operation.Claim || planned.operation() instanceof Operation.Move)
                .toList();
        List<Operation.ChangeDetails> detailed = items.stream()
                .flatMap(planned -> planned.operation() instanceof Operation.ChangeDetails change
                        ? Stream.of(change.leftFor(planned.standing()))
                        : Stream.empty())
                .toList();
        pacer.expect(
                Api.DESCRIBE_PHONE_NUMBER,
                arriving.size()
                        + (int) detailed.stream()
                                .filter(change -> change.description().isPresent())
                                .count());
        pacer.expect(Api.TAG_RESOURCE, (int) detailed.stream()
                .filter(change -> change.tags().filter(tags -> !tags.isEmpty()).isPresent())
                .count());
        pacer.expect(Api.ASSOCIATE_CONTACT_FLOW, (int) arriving.stream()
                .filter(planned -> planned.flowId().isPresent())
                .count());
    }

    private Crew crew() {
        return new Crew(strands, rows.steps().timeline(), PLACES);
    }
}
