package io.numberferry.plan;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Target;
import io.numberferry.domain.TargetState;
import io.numberferry.domain.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The targets of a file, as they were before anything was sent.
///
/// @param byId what was read, by [Target#id]; of targets that are missing here, nothing is known
public record Targets(Map<String, TargetState> byId) {
    public Targets {
        byId = Map.copyOf(byId);
    }

    /// The outcome of a row whose target is not there, or not ours; empty when the row may go on.
    Optional<Outcome> missing(Operation operation) {
        return operation.targeted().flatMap(target -> switch (state(target)) {
            case TargetState.Missing() ->
                Optional.of(Outcome.of(
                        Reason.TARGET_NOT_FOUND,
                        operation.service().title() + " knows no " + words(target) + " in this Region"));
            case TargetState.Denied(Api api, Failure failure) ->
                Optional.of(Outcome.of(
                                Reason.ACCESS_DENIED,
                                words(target) + " and its flow associations may not be read: " + api.qualifiedName()
                                        + ": " + failure.sentence())
                        .advising("Check the target: it may be another account's, or not among those that the"
                                + " function's role may use."));
            case TargetState.Ready _, TargetState.NotReady _, TargetState.NotRead _ -> Optional.empty();
        });
    }

    /// The outcome of a row whose target takes no numbers now; empty when it does, or may.
    Optional<Outcome> notReady(Operation operation) {
        return operation
                .targeted()
                .flatMap(target -> state(target) instanceof TargetState.NotReady(String status)
                        ? Optional.of(
                                Outcome.of(Reason.TARGET_NOT_READY, words(target) + " is " + status + ", not ACTIVE"))
                        : Optional.empty());
    }

    /// What could not be looked at, one warning per action.
    public List<Warning> warnings() {
        Map<String, Warning> byAction = new TreeMap<>();
        new TreeMap<>(byId).forEach((id, state) -> {
            if (state instanceof TargetState.NotRead(Api api, Failure failure)) {
                String message = "whether targets exist and are ACTIVE could not be read: " + api.qualifiedName()
                        + " on " + id + ": " + failure.sentence();
                byAction.putIfAbsent(api.qualifiedName(), new Warning(Warning.Code.PERMISSION_MISSING, message, 0));
            }
        });
        return List.copyOf(byAction.values());
    }

    private TargetState state(Target target) {
        TargetState known = byId.get(target.id());
        return known == null ? new TargetState.Ready("") : known;
    }

    private static String words(Target target) {
        return switch (target) {
            case Target.Instance(String id, var _) -> "instance " + id;
            case Target.TrafficDistributionGroup(String arn) -> "traffic distribution group " + arn;
            case Target.VoiceConnectorGroup(String id) -> "voice connector group " + id;
            case Target.VoiceConnector(String id) -> "voice connector " + id;
        };
    }
}
