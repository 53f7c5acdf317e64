package io.numberferry.sandbox.simulator.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the names in a world file stand for: instances by id, alias or ARN, groups by id or ARN, flows by id
/// or name.
record Names(Directory directory) {

    /// The id of the instance that a field names.
    String instance(Fields in, String field) {
        return instance(in.required(field))
                .map(Instance::id)
                .orElseThrow(() -> in.wrong(
                        field, "names no instance of this world", "use the id or alias of one of connect.instances"));
    }

    /// The ARN of the instance or traffic distribution group that the field `target` names.
    String target(Fields in) {
        String name = in.required("target");
        return instance(name)
                .map(Instance::id)
                .map(directory.arns()::instance)
                .or(() -> directory.group(name).map(group -> directory.arns().trafficDistributionGroup(group.id())))
                .or(() -> directory.place(name).map(Place::arn))
                .orElseThrow(() -> in.wrong(
                        "target",
                        "names no instance or traffic distribution group of this world",
                        "use the id, alias or ARN of one that is listed"));
    }

    /// The fields `flows` (flow ids by instance id) and `flow` (the id or name of a flow at the number's own
    /// target).
    Map<String, String> flows(Fields in, String targetArn) {
        Map<String, String> flows = new LinkedHashMap<>(in.texts("flows"));
        in.text("flow").ifPresent(name -> {
            String instanceId = directory
                    .place(targetArn)
                    .flatMap(Place::instanceId)
                    .orElseThrow(() -> in.wrong("flow", "is about no one instance", "use flows, by instance id"));
            flows.put(
                    instanceId,
                    flow(instanceId, name)
                            .orElseThrow(() -> in.wrong(
                                    "flow", "names no flow of the number's instance", "list it under connect.flows")));
        });
        return flows;
    }

    private Optional<Instance> instance(String name) {
        return Stream.concat(directory.instances().stream(), directory.instance(name).stream())
                .filter(instance -> name.equals(instance.id())
                        || name.equals(instance.alias())
                        || name.equals(directory.arns().instance(instance.id())))
                .findFirst();
    }

    private Optional<String> flow(String instanceId, String name) {
        return Stream.concat(directory.flowsOf(instanceId).stream(), directory.flow(instanceId, name).stream())
                .filter(flow -> name.equals(flow.name()) || name.equals(flow.id()))
                .map(Flow::id)
                .findFirst();
    }
}
