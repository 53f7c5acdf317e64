package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Works through the Connect rows of a batch. Each row is a strand of its own, begun when its first call may
/// be sent; while some rows are being claimed, others are looked up and others get their flow.
record ConnectLane(ConnectRows rows, LaneRun run, Strands strands) {
    /// Rows under way at once. At 50 claims a second and a few seconds to confirm one, a few hundred are
    /// needed to keep every step busy; each costs a virtual thread.
    private static final int PLACES = 1_000;

    /// No row is begun this shortly before the deadline: a claim usually needs its call, a look and a flow.
    private static final Duration LAST_START = Duration.ofSeconds(20);

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
        Caller caller = rows.steps().caller();
        expect(first, items);
        Instant lastStart = caller.deadline().minus(LAST_START);
        Crew crew = crew();
        for (PlannedItem planned : items) {
            if (!caller.timeline().now().isBefore(lastStart)) {
                break;
            }
            if (run.mayGo(planned)) {
                Optional<Trail.Permit> permit =
                        first.isPresent() ? Optional.of(caller.admit(first.get())) : Optional.empty();
                crew.start(() -> work(planned, new Trail(permit)));
            }
        }
        crew.join();
    }

    private void work(PlannedItem planned, Trail trail) throws InterruptedException {
        boolean resumed = run.ledger().found(planned).isPresent();
        try {
            if (run.mayGo(planned) && run.ledger().intend(planned)) {
                Optional<Outcome> outcome = rows.run(planned, resumed, trail);
                outcome.ifPresent(known -> run.end(planned, known, trail.attempts()));
            }
        } finally {
            trail.unused().ifPresent(rows.steps().caller()::giveBack);
        }
    }

    /// The call that a row begins with; empty when it must first be looked up, which few rows need.
    private Optional<Api> firstCall(PlannedItem planned) {
        boolean resumed = run.ledger().found(planned).isPresent();
        if (resumed || (planned.numberId().isEmpty() && !(planned.operation() instanceof Operation.Claim))) {
            return Optional.empty();
        }
        return switch (planned.operation()) {
            case Operation.Claim _ ->
                planned.numberId().isEmpty() ? Optional.of(Api.CLAIM_PHONE_NUMBER) : Optional.empty();
            case Operation.Move _ -> Optional.of(Api.UPDATE_PHONE_NUMBER);
            case Operation.AttachFlow _ -> Optional.of(Api.ASSOCIATE_CONTACT_FLOW);
            case Operation.DetachFlow _ -> Optional.of(Api.DISASSOCIATE_CONTACT_FLOW);
            case Operation.ChangeDescription _ -> Optional.of(Api.UPDATE_PHONE_NUMBER_METADATA);
            case Operation.Release _ -> Optional.of(Api.RELEASE_PHONE_NUMBER);
            case Operation.Describe _ -> Optional.of(Api.DESCRIBE_PHONE_NUMBER);
            case Operation.OnChime _ -> Optional.empty();
        };
    }

    private void expect(Optional<Api> first, List<PlannedItem> items) {
        first.ifPresent(api -> rows.steps().caller().pacer().expect(api, items.size()));
        long looks = items.stream()
                .filter(planned ->
                        planned.operation() instanceof Operation.Claim || planned.operation() instanceof Operation.Move)
                .count();
        long flows =
                items.stream().filter(planned -> planned.flowId().isPresent()).count();
        rows.steps().caller().pacer().expect(Api.DESCRIBE_PHONE_NUMBER, (int) looks);
        rows.steps().caller().pacer().expect(Api.ASSOCIATE_CONTACT_FLOW, (int) flows);
    }

    private Crew crew() {
        return new Crew(strands, rows.steps().timeline(), PLACES);
    }
}
