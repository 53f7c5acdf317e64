package io.numberferry.function;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the targets that a deployment may use, as its template lists them: ARNs with commas between.
final class AllowedTargets {
    private static final String EVERYTHING = "*";
    private static final String INSTANCE = ":instance/";
    private static final String GROUP = ":traffic-distribution-group/";
    private static final String CONNECTOR = ":vc/";
    private static final String CONNECTOR_GROUP = ":vcg/";

    private AllowedTargets() {}

    /// @throws IllegalArgumentException when there is no list at all, or one with something else in it
    static AllowList of(@Nullable AllowedRequest request) {
        if (request == null) {
            throw new IllegalArgumentException(
                    "the request does not say which targets are allowed: the state machine adds that");
        }
        String arns = request.targets() == null ? "" : request.targets();
        if (arns.equals(EVERYTHING)) {
            return AllowList.ofEverything();
        }
        List<Target> targets = new ArrayList<>();
        for (String arn : split(arns)) {
            targets.add(target(arn).orElseThrow(() -> new IllegalArgumentException("no target has the ARN " + arn)));
        }
        return AllowList.of(targets, Boolean.parseBoolean(request.chime()));
    }

    /// The instances and traffic distribution groups that an environment variable lists.
    ///
    /// @param variable what a fault is noted under
    static List<Target.OnConnect> read(Environment environment, String variable) {
        List<Target.OnConnect> targets = new ArrayList<>();
        for (String arn : split(environment.optional(variable).orElse(""))) {
            if (target(arn).orElse(null) instanceof Target.OnConnect target) {
                targets.add(target);
            } else {
                environment.fault(
                        variable + " must hold ARNs of instances and traffic distribution groups, not " + arn);
            }
        }
        return targets;
    }

    private static List<String> split(String arns) {
        return Arrays.stream(arns.split(","))
                .map(String::strip)
                .filter(arn -> !arn.isEmpty())
                .toList();
    }

    private static Optional<Target> target(String arn) {
        if (arn.contains(GROUP)) {
            return Optional.of(new Target.TrafficDistributionGroup(arn));
        }
        return after(arn, INSTANCE)
                .<Target>map(id -> new Target.Instance(id, Optional.of(arn)))
                .or(() -> after(arn, CONNECTOR).map(Target.VoiceConnector::new))
                .or(() -> after(arn, CONNECTOR_GROUP).map(Target.VoiceConnectorGroup::new));
    }

    private static Optional<String> after(String arn, String type) {
        int at = arn.indexOf(type);
        return at > 0 ? Optional.of(arn.substring(at + type.length())) : Optional.empty();
    }
}
