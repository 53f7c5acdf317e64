package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.ArrayList;
import java.util.List;

/// What Connect holds for the account.
///
/// @param defaultSource the id of the instance at which numbers are found that are owned without being listed
/// @param unavailable numbers that nobody can claim: someone else's, or released ones in their cooldown
public record ConnectInventory(
        Directory directory, String defaultSource, List<ConnectNumber> numbers, List<String> unavailable) {
    private static final Instance UNLISTED =
            new Instance("00000000-0000-4000-8000-000000000000", "unlisted", "ACTIVE", Integer.MAX_VALUE);

    public ConnectInventory {
        numbers = List.copyOf(numbers);
        unavailable = List.copyOf(unavailable);
    }

    /// @param open whether targets that are not listed exist
    static ConnectInventory read(Fields in, boolean open) {
        Arns arns = new Arns(
                in.text("region").orElse("us-west-2"), in.text("accountId").orElse("111122223333"));
        List<Instance> instances = new ArrayList<>(in.list("instances", Instance::read));
        if (!in.has("defaultSource")) {
            instances.add(UNLISTED);
        }
        Names listed = new Names(new Directory(arns, instances, List.of(), List.of(), open));
        String defaultSource = in.has("defaultSource") ? listed.instance(in, "defaultSource") : UNLISTED.id();
        Names names = new Names(new Directory(
                arns,
                instances,
                in.list("trafficDistributionGroups", fields -> group(fields, listed)),
                in.list("flows", fields -> flow(fields, listed)),
                open));
        return in.end(new ConnectInventory(
                names.directory(),
                defaultSource,
                in.list("numbers", fields -> ConnectNumber.read(fields, names)),
                in.phoneNumbers("unavailableNumbers")));
    }

    private static TrafficDistributionGroup group(Fields in, Names names) {
        return TrafficDistributionGroup.read(in).at(names.instance(in, "instance"));
    }

    private static Flow flow(Fields in, Names names) {
        return Flow.read(in).at(names.instance(in, "instance"));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("region", directory.arns().region())
                .put("accountId", directory.arns().accountId())
                .put("defaultSource", defaultSource);
        json.set("instances", Json.array(directory.instances().stream().map(Instance::toJson)));
        json.set(
                "trafficDistributionGroups",
                Json.array(directory.groups().stream().map(TrafficDistributionGroup::toJson)));
        json.set("flows", Json.array(directory.flows().stream().map(Flow::toJson)));
        json.set("numbers", Json.array(numbers.stream().map(ConnectNumber::toJson)));
        json.set("unavailableNumbers", Json.texts(unavailable));
        return json;
    }

    /// The same place with other numbers in it.
    public ConnectInventory holding(List<ConnectNumber> changed, List<String> nowUnavailable) {
        return new ConnectInventory(directory, defaultSource, changed, nowUnavailable);
    }
}
