package io.numberferry.sandbox.simulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.Arns;
import io.numberferry.sandbox.simulator.world.ClaimStatus;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import io.numberferry.sandbox.simulator.world.Flow;
import io.numberferry.sandbox.simulator.world.Instance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which flow a number rings: the operations that attach, detach and list. Repeating one changes nothing.
final class FlowLinks {
    private static final String VOICE = "VOICE_PHONE_NUMBER";
    private static final int LIST_MOST = 1000;
    private static final int LIST_USUAL = 100;
    private static final int BATCH_MOST = 100;

    private final Account account;
    private final Places places;
    private final Numbers numbers;

    FlowLinks(Account account, Places places, Numbers numbers) {
        this.account = account;
        this.places = places;
        this.numbers = numbers;
    }

    Answer attach(Request request) {
        Instance instance = places.instance(Parameters.required(request.body(), "InstanceId"));
        ConnectNumber number = numberAt(request, instance);
        String flowId = Parameters.required(request.body(), "ContactFlowId");
        Flow flow = account.connect()
                .directory()
                .flow(instance.id(), flowId)
                .orElseThrow(() -> Parameters.notFound("Flow " + flowId));
        if (!flow.attachable()) {
            throw Parameters.invalid("The flow is not an active flow for contacts");
        }
        Map<String, String> flows = new HashMap<>(number.flows());
        flows.put(instance.id(), flow.id());
        account.connect().put(number.ringing(flows));
        return Answer.empty();
    }

    Answer detach(Request request) {
        Instance instance = places.instance(
                request.parameter("instanceId").orElseThrow(() -> Parameters.invalid("instanceId is required")));
        ConnectNumber number = numberAt(request, instance);
        Map<String, String> flows = new HashMap<>(number.flows());
        flows.remove(instance.id());
        account.connect().put(number.ringing(flows));
        return Answer.empty();
    }

    /// A claimed number of the instance; a number of a traffic distribution group rings a flow of each
    /// instance.
    private ConnectNumber numberAt(Request request, Instance instance) {
        ConnectNumber number = numbers.find(request);
        if (number.state().status() != ClaimStatus.CLAIMED) {
            throw Parameters.invalid("The phone number is not claimed yet");
        }
        boolean elsewhere =
                number.targetArn().contains(":instance/") && !number.targetArn().endsWith("/" + instance.id());
        if (elsewhere) {
            throw Parameters.notFound("Phone number " + number.id() + " in instance " + instance.id());
        }
        return number;
    }

    Answer list(Request request) {
        Instance instance = places.instance(request.path("InstanceId"));
        boolean voice = request.parameter("ResourceType").map(VOICE::equals).orElse(true);
        var page = Pages.of(
                account.connect().numbers(request.at()).filter(number -> voice && rings(number, instance)),
                ConnectNumber::phoneNumber,
                Pages.size(Pages.number(request.parameter("maxResults")), LIST_USUAL, LIST_MOST),
                request.parameter("nextToken"));
        return Pages.answer("FlowAssociationSummaryList", page, number -> summary(number, instance));
    }

    Answer batch(Request request) {
        Instance instance = places.instance(request.path("InstanceId"));
        List<String> ids = request.body()
                .texts("ResourceIds")
                .filter(list -> !list.isEmpty() && list.size() <= BATCH_MOST)
                .orElseThrow(() -> Parameters.invalid("ResourceIds must hold 1 to " + BATCH_MOST + " ids"));
        boolean voice = request.body().text("ResourceType").map(VOICE::equals).orElse(true);
        Stream<ObjectNode> known = ids.stream()
                .map(id -> account.connect().byId(id, request.at()))
                .flatMap(Optional::stream)
                .filter(number -> voice && rings(number, instance))
                .map(number -> summary(number, instance));
        ObjectNode body = Json.object();
        body.set("FlowAssociationSummaryList", Json.array(known));
        return Answer.ok(body);
    }

    private static boolean rings(ConnectNumber number, Instance instance) {
        return number.flows().containsKey(instance.id());
    }

    /// Both ids are ARNs, as public clients of the service expect them.
    private ObjectNode summary(ConnectNumber number, Instance instance) {
        Arns arns = account.connect().directory().arns();
        String flowId = number.flows().getOrDefault(instance.id(), "");
        return Json.object()
                .put("ResourceId", arns.phoneNumber(number.id()))
                .put("FlowId", arns.flow(instance.id(), flowId))
                .put("ResourceType", VOICE);
    }
}
