package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Target;
import io.numberferry.domain.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at what a file aims at, before anything is sent: one call a target, one list of flows an instance.
///
/// A refusal that is an answer, such as a missing permission, is told; want of an answer is an error.
public record TargetReader(Services services, Caller caller) {
    private static final String READY = "ACTIVE";

    /// @throws InventoryException when the service gave no answer
    public TargetState state(Target target) throws InterruptedException {
        return switch (target) {
            case Target.Instance instance -> connect(Api.DESCRIBE_INSTANCE, instance);
            case Target.TrafficDistributionGroup group -> connect(Api.DESCRIBE_TRAFFIC_DISTRIBUTION_GROUP, group);
            case Target.VoiceConnector connector -> chime(Api.GET_VOICE_CONNECTOR, connector);
            case Target.VoiceConnectorGroup group -> chime(Api.GET_VOICE_CONNECTOR_GROUP, group);
        };
    }

    /// Reads the flows of an instance.
    ///
    /// @return refused when the service does not give them
    /// @throws InventoryException when the list could not be read to its end
    public Reply<List<ConnectNumbers.Flow>> flows(String instanceId) throws InterruptedException {
        List<ConnectNumbers.Flow> flows = new ArrayList<>();
        Optional<Failure> failure = new Lists(caller)
                .ifAllowed(Api.LIST_CONTACT_FLOWS, next -> services.connect().listFlows(instanceId, next), flows::add);
        return failure.<Reply<List<ConnectNumbers.Flow>>>map(Reply.Refused::new).orElseGet(() -> Reply.ok(flows));
    }

    private TargetState connect(Api api, Target.OnConnect target) throws InterruptedException {
        return switch (caller.call(api, () -> services.connect().find(target)).reply()) {
            case Reply.Ok<Optional<ConnectNumbers.Place>>(var found) ->
                found.map(TargetReader::state).orElseGet(TargetState.Missing::new);
            case Reply.Refused<Optional<ConnectNumbers.Place>>(Failure failure) -> refused(api, target, failure);
        };
    }

    private static TargetState state(ConnectNumbers.Place place) {
        return place.status().equals(READY)
                ? new TargetState.Ready(place.arn())
                : new TargetState.NotReady(place.status());
    }

    private TargetState chime(Api api, Target.OnChime target) throws InterruptedException {
        return switch (caller.call(api, () -> services.chime().exists(target)).reply()) {
            case Reply.Ok<Boolean>(Boolean exists) -> exists ? new TargetState.Ready("") : new TargetState.Missing();
            case Reply.Refused<Boolean>(Failure failure) -> refused(api, target, failure);
        };
    }

    /// An instance that does not show its flow associations either is not ours to use: nothing sent to it would
    /// fare better.
    private TargetState refused(Api api, Target target, Failure failure) throws InterruptedException {
        if (!Lists.isAnswer(failure)) {
            throw new InventoryException(
                    api.qualifiedName() + " gave no answer about " + target.id() + ": " + failure.sentence());
        }
        return target instanceof Target.Instance instance && hidesItsNumbers(instance.instanceId())
                ? new TargetState.Denied(api, failure)
                : new TargetState.NotRead(api, failure);
    }

    private boolean hidesItsNumbers(String instanceId) throws InterruptedException {
        return new Lists(caller)
                .ifAllowed(
                        Api.LIST_FLOW_ASSOCIATIONS,
                        next -> services.connect()
                                .listFlowAssociations(instanceId, next)
                                .map(page -> new Page<>(page.entries(), Optional.empty())),
                        _ -> {})
                .isPresent();
    }
}
