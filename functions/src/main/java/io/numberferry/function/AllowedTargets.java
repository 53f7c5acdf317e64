package io.numberferry.function;

import io.numberferry.domain.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the targets that a deployment may use, as its template lists them: ARNs with commas between.
final class AllowedTargets {
    private static final String INSTANCE = ":instance/";
    private static final String GROUP = ":traffic-distribution-group/";

    private AllowedTargets() {}

    /// @param variable what a fault is noted under
    static List<Target.OnConnect> read(Environment environment, String variable) {
        return environment.optional(variable).stream()
                .flatMap(arns -> Arrays.stream(arns.split(",")))
                .map(String::strip)
                .filter(arn -> !arn.isEmpty())
                .flatMap(arn -> target(arn)
                        .or(() -> {
                            environment.fault(variable + " must hold ARNs of instances and traffic distribution groups,"
                                    + " not " + arn);
                            return Optional.empty();
                        })
                        .stream())
                .toList();
    }

    private static Optional<Target.OnConnect> target(String arn) {
        int instance = arn.indexOf(INSTANCE);
        if (instance > 0) {
            return Optional.of(new Target.Instance(arn.substring(instance + INSTANCE.length()), Optional.of(arn)));
        }
        return arn.contains(GROUP) ? Optional.of(new Target.TrafficDistributionGroup(arn)) : Optional.empty();
    }
}
