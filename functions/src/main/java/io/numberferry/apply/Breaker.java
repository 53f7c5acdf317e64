package io.numberferry.apply;

import io.numberferry.domain.Failure;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Stops rows that would only be refused again: those of one operation and target, or the whole lane.
///
/// Safe for use by several threads.
final class Breaker {
    /// A refusal of the caller stops an operation on a target when it comes this often without a success
    /// between. More than one, because Chime says Forbidden also for a number that is gone.
    private static final int MOST_REFUSALS = 3;

    /// The whole lane stops when refusals of the caller are all that it gets.
    private static final int MOST_REFUSALS_IN_LANE = 10;

    private record Circuit(String operation, String target) {
        static Circuit of(Operation operation) {
            return new Circuit(
                    operation.word(), operation.targeted().map(Target::id).orElse(""));
        }
    }

    private final Map<Circuit, Integer> refusals = new HashMap<>();
    private final Map<Circuit, Failure> open = new HashMap<>();
    private Optional<Failure> laneOpen = Optional.empty();
    private int refusalsInLane;

    /// Why this operation must not be sent any more; empty when it may.
    synchronized Optional<Failure> stops(Operation operation) {
        return laneOpen.or(() -> Optional.ofNullable(open.get(Circuit.of(operation))));
    }

    synchronized void succeeded(Operation operation) {
        refusals.remove(Circuit.of(operation));
        refusalsInLane = 0;
    }

    synchronized void failed(Operation operation, Failure failure) {
        Circuit circuit = Circuit.of(operation);
        switch (failure.kind()) {
            case TARGET -> open.putIfAbsent(circuit, failure);
            case JOB -> {
                if (refusals.merge(circuit, 1, Integer::sum) >= MOST_REFUSALS) {
                    open.putIfAbsent(circuit, failure);
                }
                if (++refusalsInLane >= MOST_REFUSALS_IN_LANE) {
                    laneOpen = Optional.of(failure);
                }
            }
            case THROTTLED, TRANSIENT, RECONCILE, ROW, OUT_OF_TIME, STOPPED -> {}
        }
    }
}
