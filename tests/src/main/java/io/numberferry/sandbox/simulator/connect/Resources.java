package io.numberferry.sandbox.simulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.Directory;
import io.numberferry.sandbox.simulator.world.Flow;
import io.numberferry.sandbox.simulator.world.Instance;
import io.numberferry.sandbox.simulator.world.TrafficDistributionGroup;
import java.util.List;
import java.util.Optional;

/// Reads of flows, instances and traffic distribution groups.
final class Resources {
    private static final int FLOWS_MOST = 1000;
    private static final int FLOWS_USUAL = 100;
    private static final int GROUPS_MOST = 10;

    private final Directory directory;
    private final Places places;

    Resources(Account account, Places places) {
        this.directory = account.connect().directory();
        this.places = places;
    }

    Answer listFlows(Request request) {
        Instance instance = places.instance(request.path("InstanceId"));
        List<String> types = request.parameters("contactFlowTypes");
        var page = Pages.of(
                directory.flowsOf(instance.id()).stream()
                        .filter(flow -> types.isEmpty() || types.contains(flow.type())),
                Flow::id,
                Pages.size(Pages.number(request.parameter("maxResults")), FLOWS_USUAL, FLOWS_MOST),
                request.parameter("nextToken"));
        return Pages.answer(
                "ContactFlowSummaryList",
                page,
                flow -> named(flow)
                        .put("ContactFlowType", flow.type())
                        .put("ContactFlowState", flow.state())
                        .put("ContactFlowStatus", "PUBLISHED"));
    }

    Answer describeFlow(Request request) {
        Instance instance = places.instance(request.path("InstanceId"));
        String id = request.path("ContactFlowId");
        Flow flow = directory.flow(instance.id(), id).orElseThrow(() -> Parameters.notFound("Flow " + id));
        ObjectNode json = named(flow)
                .put("Type", flow.type())
                .put("State", flow.state())
                .put("Status", "PUBLISHED")
                .put("Content", "{}");
        return wrapped("ContactFlow", json);
    }

    private ObjectNode named(Flow flow) {
        return Json.object()
                .put("Id", flow.id())
                .put("Arn", directory.arns().flow(flow.instanceId(), flow.id()))
                .put("Name", flow.name());
    }

    Answer describeInstance(Request request) {
        Instance instance = places.instance(request.path("InstanceId"));
        ObjectNode json = Json.object()
                .put("Id", instance.id())
                .put("Arn", directory.arns().instance(instance.id()))
                .put("IdentityManagementType", "CONNECT_MANAGED")
                .put("InstanceAlias", instance.alias())
                .put("InstanceStatus", instance.status())
                .put("InboundCallsEnabled", true)
                .put("OutboundCallsEnabled", true);
        return wrapped("Instance", json);
    }

    Answer describeGroup(Request request) {
        String id = request.path("TrafficDistributionGroupId");
        return wrapped(
                "TrafficDistributionGroup",
                json(directory.group(id).orElseThrow(() -> Parameters.notFound("Traffic distribution group " + id))));
    }

    Answer listGroups(Request request) {
        Optional<String> instance = request.parameter("instanceId").map(id -> id.substring(id.lastIndexOf('/') + 1));
        var page = Pages.of(
                directory.groups().stream()
                        .filter(group ->
                                instance.map(group.instanceId()::equals).orElse(true)),
                TrafficDistributionGroup::id,
                Pages.size(Pages.number(request.parameter("maxResults")), GROUPS_MOST, GROUPS_MOST),
                request.parameter("nextToken"));
        return Pages.answer("TrafficDistributionGroupSummaryList", page, this::json);
    }

    private ObjectNode json(TrafficDistributionGroup group) {
        return Json.object()
                .put("Id", group.id())
                .put("Arn", directory.arns().trafficDistributionGroup(group.id()))
                .put("Name", group.name())
                .put("InstanceArn", directory.arns().instance(group.instanceId()))
                .put("Status", group.status())
                .put("IsDefault", false);
    }

    private static Answer wrapped(String member, ObjectNode json) {
        ObjectNode body = Json.object();
        body.set(member, json);
        return Answer.ok(body);
    }
}
