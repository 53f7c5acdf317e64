package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Held;
import io.numberferry.apply.ConnectNumbers.Query;
import io.numberferry.domain.Api;
import io.numberferry.domain.Holding;
import io.numberferry.domain.Target;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads every number that is held at some targets, page by page, by lists alone. Of Connect, it keeps which flow
/// each number has; the numbers themselves pass by. A list that was cut off is an error, never its end.
public record HoldingReader(Services services, Caller caller) {

    /// Reads the Connect numbers at some targets: those at instances first, then group by group.
    ///
    /// @throws InventoryException when a list could not be read to its end
    public void connect(List<Target.OnConnect> targets, Consumer<Holding> each) throws InterruptedException {
        List<Target.Instance> instances = only(targets, Target.Instance.class);
        if (targets.isEmpty()) {
            return;
        }
        Map<Target.Instance, Map<String, String>> flows = new LinkedHashMap<>();
        for (Target.Instance instance : instances) {
            flows.put(instance, flows(instance));
        }
        if (!instances.isEmpty()) {
            numbers(
                    Query.everything(),
                    held -> instances.stream()
                            .filter(instance -> instance.is(held.targetArn()))
                            .findFirst()
                            .ifPresent(instance -> each.accept(
                                    holding(held, Map.of(instance, flows.getOrDefault(instance, Map.of()))))));
        }
        for (var group : only(targets, Target.TrafficDistributionGroup.class)) {
            numbers(new Query(Optional.of(group), Optional.empty()), held -> each.accept(holding(held, flows)));
        }
    }

    /// Reads all numbers of Chime SDK Voice.
    ///
    /// @throws InventoryException when the list could not be read to its end
    public void chime(Consumer<Holding> each) throws InterruptedException {
        new Lists(caller)
                .whole(
                        Api.LIST_CHIME_NUMBERS,
                        next -> services.chime().list(next),
                        (ChimeNumbers.Held held) -> each.accept(new Holding.OnChime(held.number(), held.standing())));
    }

    private void numbers(Query query, Consumer<Held> each) throws InterruptedException {
        new Lists(caller)
                .whole(Api.LIST_PHONE_NUMBERS_V2, next -> services.connect().list(query, next), each);
    }

    /// @return flow ids by the ARN or id of the number
    private Map<String, String> flows(Target.Instance instance) throws InterruptedException {
        Map<String, String> flows = new HashMap<>();
        new Lists(caller)
                .whole(
                        Api.LIST_FLOW_ASSOCIATIONS,
                        next -> services.connect().listFlowAssociations(instance.instanceId(), next),
                        found -> flows.put(found.numberArn(), found.flowId()));
        return flows;
    }

    private static Holding holding(Held held, Map<Target.Instance, Map<String, String>> flows) {
        List<Holding.Ringing> ringing = flows.entrySet().stream()
                .flatMap(at -> Stream.of(held.id().arn(), held.id().id())
                        .flatMap(id -> Stream.ofNullable(at.getValue().get(id)))
                        .limit(1)
                        .map(flow -> new Holding.Ringing(at.getKey(), flow)))
                .toList();
        return new Holding.OnConnect(held.number(), held.targetArn(), held.description(), ringing);
    }

    private static <T> List<T> only(List<? super T> of, Class<T> type) {
        return of.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
