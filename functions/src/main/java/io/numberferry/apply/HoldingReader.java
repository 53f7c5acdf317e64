package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Held;
import io.numberferry.apply.ConnectNumbers.Query;
import io.numberferry.domain.Api;
import io.numberferry.domain.Holding;
import io.numberferry.domain.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads every number that is held at some targets, page by page, by lists alone. Of Connect, it keeps which flow
/// and which tags each number has; the numbers themselves pass by. A list that was cut off is an error, never its end.
public record HoldingReader(Services services, NumberTags tags, Caller caller) {

    /// Reads the Connect numbers at some targets: those at instances first, then group by group.
    ///
    /// @throws InventoryException when a list could not be read to its end
    public void connect(List<Target.OnConnect> targets, Consumer<Holding> each) throws InterruptedException {
        List<Target.Instance> instances = only(targets, Target.Instance.class);
        if (targets.isEmpty()) {
            return;
        }
        TagsByNumber tagged = new TagsByNumber();
        tagged.read(tags, caller);
        Map<Target.Instance, FlowsByNumber> flows = new LinkedHashMap<>();
        for (Target.Instance instance : instances) {
            FlowsByNumber own = new FlowsByNumber();
            own.read(services, caller, instance.instanceId());
            flows.put(instance, own);
        }
        if (!instances.isEmpty()) {
            numbers(
                    Query.everything(),
                    held -> instances.stream()
                            .filter(instance -> instance.is(held.targetArn()))
                            .findFirst()
                            .ifPresent(instance -> each.accept(holding(
                                    held, tagged, Map.of(instance, Objects.requireNonNull(flows.get(instance)))))));
        }
        for (var group : only(targets, Target.TrafficDistributionGroup.class)) {
            numbers(new Query(Optional.of(group), Optional.empty()), held -> each.accept(holding(held, tagged, flows)));
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

    private static Holding holding(Held held, TagsByNumber tagged, Map<Target.Instance, FlowsByNumber> flows) {
        List<Holding.Ringing> ringing = flows.entrySet().stream()
                .flatMap(at -> at.getValue().of(held.id()).map(flow -> new Holding.Ringing(at.getKey(), flow)).stream())
                .toList();
        return new Holding.OnConnect(
                held.number(), held.targetArn(), held.description(), tagged.of(held.id()), ringing);
    }

    private static <T> List<T> only(List<? super T> of, Class<T> type) {
        return of.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
