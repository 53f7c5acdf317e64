package io.numberferry.plan;

import io.numberferry.domain.NumberLimit;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import io.numberferry.domain.Warning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Counts how many numbers a plan would bring to each instance, for a comparison with how many it may hold. What a
/// traffic distribution group holds is left out. Not safe for use by several threads.
public final class Headroom {
    private final Map<String, Integer> held;
    private final Map<String, Integer> arriving = new TreeMap<>();
    private final Map<String, Integer> leaving = new HashMap<>();

    /// @param held how many numbers each instance holds now, by its id
    public Headroom(Map<String, Integer> held) {
        this.held = Map.copyOf(held);
    }

    /// Adds one item that is left to do.
    public void add(PlannedItem planned) {
        switch (planned.operation()) {
            case Operation.Claim claim when planned.numberId().isEmpty() -> arrives(claim.target());
            case Operation.Move move
            when at(planned).filter(move.target()::is).isEmpty() -> {
                arrives(move.target());
                leaves(planned);
            }
            case Operation.Release _ -> leaves(planned);
            case Operation.OnConnect _, Operation.OnChime _ -> {}
        }
    }

    /// What to say about the instances to which numbers would come: where they are too many, and where that is not
    /// known.
    ///
    /// @param limits how many an instance may hold, by its id
    public List<Warning> warnings(Function<String, NumberLimit> limits) {
        return arriving.keySet().stream()
                .flatMap(instance -> warning(instance, limits.apply(instance)).stream())
                .toList();
    }

    private Optional<Warning> warning(String instance, NumberLimit limit) {
        int arrive = arriving.getOrDefault(instance, 0);
        long after = (long) held.getOrDefault(instance, 0) + arrive;
        return switch (limit) {
            case NumberLimit.Known(long most) when after <= most -> Optional.empty();
            case NumberLimit.Known(long most) ->
                Optional.of(new Warning(
                        Warning.Code.NUMBER_QUOTA,
                        "instance %s may hold %d numbers and %s: %d would be refused%s"
                                .formatted(
                                        instance,
                                        most,
                                        figures(instance),
                                        Math.min(arrive, after - most),
                                        relief(instance)),
                        Math.min(arrive, after - most)));
            case NumberLimit.Unread(String why) ->
                Optional.of(new Warning(
                        Warning.Code.NUMBER_QUOTA_NOT_READ,
                        "how many numbers instance %s may hold could not be read (%s); it %s"
                                .formatted(instance, why, figures(instance)),
                        0));
        };
    }

    private String figures(String instance) {
        return "holds %d, and this file would bring it %d"
                .formatted(held.getOrDefault(instance, 0), arriving.getOrDefault(instance, 0));
    }

    private String relief(String instance) {
        int leave = leaving.getOrDefault(instance, 0);
        return leave == 0 ? "" : ", fewer where the %d that the file takes away are gone before".formatted(leave);
    }

    private void arrives(Target.OnConnect target) {
        if (target instanceof Target.Instance instance) {
            arriving.merge(instance.instanceId(), 1, Integer::sum);
        }
    }

    private void leaves(PlannedItem planned) {
        at(planned).flatMap(Target.Instance::idIn).ifPresent(instance -> leaving.merge(instance, 1, Integer::sum));
    }

    /// The ARN of where a number stands when the row's turn comes; empty where it is not known.
    private static Optional<String> at(PlannedItem planned) {
        Standing standing = planned.standing() instanceof Standing.Foreseen(Standing then) ? then : planned.standing();
        return standing instanceof Standing.OnConnect held ? Optional.of(held.targetArn()) : Optional.empty();
    }
}
