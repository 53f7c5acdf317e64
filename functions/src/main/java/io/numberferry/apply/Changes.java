package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.apply.ConnectNumbers.Done;
import io.numberferry.domain.Api;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import java.util.Optional;
import java.util.function.Function;

/// The Connect calls that are done when they are answered, and may be repeated. Where an answer is missing, here or
/// from an earlier worker, a read tells whether the change was made.
record Changes(ConnectSteps steps) {

    /// Whether a change was made.
    sealed interface Changed {}

    record Made() implements Changed {}

    /// @param failure why not
    record NotMade(Failure failure) implements Changed {}

    /// It may have been made.
    ///
    /// @param failure why the read that would tell gave no answer
    record Unclear(Failure failure) implements Changed {}

    /// Reads whether a change was made.
    private interface Probe {
        Reply<Boolean> isMade() throws InterruptedException;
    }

    Changed attachFlow(Trail trail, NumberId number, String instanceId, String flowId) throws InterruptedException {
        return make(
                trail,
                Api.ASSOCIATE_CONTACT_FLOW,
                () -> steps.connect().attachFlow(number, instanceId, flowId),
                () -> steps.flowOf(trail, number, instanceId).map(Optional.of(flowId)::equals));
    }

    Changed detachFlow(Trail trail, NumberId number, String instanceId) throws InterruptedException {
        return make(
                trail,
                Api.DISASSOCIATE_CONTACT_FLOW,
                () -> steps.connect().detachFlow(number, instanceId),
                () -> steps.flowOf(trail, number, instanceId).map(Optional::isEmpty));
    }

    Changed changeDescription(Trail trail, NumberId number, String description, ClientToken token)
            throws InterruptedException {
        return make(
                trail,
                Api.UPDATE_PHONE_NUMBER_METADATA,
                () -> steps.connect().changeDescription(number, description, token),
                () -> look(
                        trail,
                        number,
                        found -> found.isPresent()
                                && found.get().held().description().equals(description)));
    }

    /// @param change only what is to be set, or only what is to be removed
    Changed changeTags(Trail trail, NumberId number, Tags.Change change) throws InterruptedException {
        boolean sets = !change.set().isEmpty();
        return make(
                trail,
                sets ? Api.TAG_RESOURCE : Api.UNTAG_RESOURCE,
                () -> sets
                        ? steps.connect().tag(number, change.set())
                        : steps.connect().untag(number, change.removed()),
                () -> look(
                        trail,
                        number,
                        found ->
                                found.isPresent() && change.isMadeOn(found.get().tags())));
    }

    /// A number that is gone was released.
    Changed release(Trail trail, NumberId number, ClientToken token) throws InterruptedException {
        return make(
                trail,
                Api.RELEASE_PHONE_NUMBER,
                () -> steps.connect().release(number, token),
                () -> look(trail, number, Optional::isEmpty));
    }

    private Reply<Boolean> look(Trail trail, NumberId number, Function<Optional<Described>, Boolean> isMade)
            throws InterruptedException {
        return steps.call(
                        trail, Api.DESCRIBE_PHONE_NUMBER, () -> steps.connect().describe(number))
                .map(isMade);
    }

    /// What an earlier worker may have sent is looked up before it is sent.
    private Changed make(Trail trail, Api api, Caller.Request<Done> request, Probe probe) throws InterruptedException {
        boolean done = trail.resumed() && probe.isMade() instanceof Reply.Ok<Boolean>(Boolean made) && made;
        return done ? new Made() : send(trail, api, request, probe);
    }

    private Changed send(Trail trail, Api api, Caller.Request<Done> request, Probe probe) throws InterruptedException {
        return switch (steps.patiently(trail, api, request)) {
            case Reply.Ok<Done> _ -> new Made();
            case Reply.Refused<Done>(Failure failure) ->
                trail.mayHaveTakenEffect(failure) ? read(trail, probe, failure) : new NotMade(failure);
        };
    }

    private Changed read(Trail trail, Probe probe, Failure doubt) throws InterruptedException {
        return switch (steps.aftermath().read(trail.lostAt(), probe::isMade, made -> made)) {
            case Reply.Ok<Boolean>(Boolean made) -> made ? new Made() : new NotMade(doubt);
            case Reply.Refused<Boolean>(Failure failure) -> new Unclear(failure);
        };
    }
}
