package io.numberferry.function;

import io.numberferry.apply.NumberLimits;
import io.numberferry.domain.NumberLimit;
import io.numberferry.domain.Target;
import io.numberferry.domain.TargetState;
import io.numberferry.throttle.Timeline;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Asks how many numbers an instance may hold, once its ARN is known and while there is time. Never fails.
///
/// @param targets what the file aims at
/// @param states what was read of them, by [Target#id]
record LimitReading(
        NumberLimits limits,
        Collection<Target> targets,
        Map<String, TargetState> states,
        Timeline timeline,
        Instant deadline) {

    NumberLimit of(String instanceId) {
        if (!timeline.now().isBefore(deadline)) {
            return new NumberLimit.Unread("there was no time left");
        }
        return arn(instanceId).map(limits::of).orElseGet(() -> new NumberLimit.Unread("its ARN is not known"));
    }

    private Optional<String> arn(String instanceId) {
        return states.get(instanceId) instanceof TargetState.Ready(String arn)
                ? Optional.of(arn)
                : targets.stream()
                        .filter(target -> target.id().equals(instanceId))
                        .flatMap(target -> target instanceof Target.Instance instance
                                ? instance.arn().stream()
                                : Optional.<String>empty().stream())
                        .findFirst();
    }
}
