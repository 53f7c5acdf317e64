package io.numberferry.sandbox.simulator.world;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The instances, traffic distribution groups and flows of the account.
///
/// @param open whether instances, groups and flows that are not listed exist as well, without a quota
public record Directory(
        Arns arns, List<Instance> instances, List<TrafficDistributionGroup> groups, List<Flow> flows, boolean open) {
    private static final String UUID = "[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}";
    private static final Pattern ID = Pattern.compile(UUID);
    private static final Pattern ARN = Pattern.compile(
            "arn:[a-z-]+:connect:[a-z0-9-]+:[0-9]+:(instance|traffic-distribution-group)/(" + UUID + ")");

    public Directory {
        instances = List.copyOf(instances);
        groups = List.copyOf(groups);
        flows = List.copyOf(flows);
    }

    /// An instance by its id.
    public Optional<Instance> instance(String id) {
        return instances.stream()
                .filter(instance -> instance.id().equals(id))
                .findFirst()
                .or(() -> unlisted(id).map(known -> new Instance(known, known, "ACTIVE", Integer.MAX_VALUE)));
    }

    /// A traffic distribution group by its id or ARN.
    public Optional<TrafficDistributionGroup> group(String idOrArn) {
        return groups.stream()
                .filter(group -> group.id().equals(idOrArn)
                        || arns.trafficDistributionGroup(group.id()).equals(idOrArn))
                .findFirst();
    }

    /// An instance or a traffic distribution group by its ARN.
    public Optional<Place> place(String arn) {
        return instances.stream()
                .map(this::place)
                .filter(place -> place.arn().equals(arn))
                .findFirst()
                .or(() -> group(arn).map(group -> new Place(arn, Optional.empty(), group.active(), Integer.MAX_VALUE)))
                .or(() -> unlistedPlace(arn));
    }

    public Place place(Instance instance) {
        return new Place(
                arns.instance(instance.id()), Optional.of(instance.id()), instance.active(), instance.numberQuota());
    }

    /// A flow by its instance and its id or ARN.
    public Optional<Flow> flow(String instanceId, String idOrArn) {
        String id = idOrArn.substring(idOrArn.lastIndexOf('/') + 1);
        return flowsOf(instanceId).stream()
                .filter(flow -> flow.id().equals(id))
                .findFirst()
                .or(() -> unlisted(id).map(known -> Flow.unlisted(instanceId, known)));
    }

    public List<Flow> flowsOf(String instanceId) {
        return flows.stream()
                .filter(flow -> flow.instanceId().equals(instanceId))
                .toList();
    }

    private Optional<String> unlisted(String id) {
        return Optional.of(id).filter(text -> open && ID.matcher(text).matches());
    }

    private Optional<Place> unlistedPlace(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!open || !matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> instance =
                Optional.of(matcher.group(2)).filter(id -> matcher.group(1).equals("instance"));
        return Optional.of(new Place(arn, instance, true, Integer.MAX_VALUE));
    }
}
