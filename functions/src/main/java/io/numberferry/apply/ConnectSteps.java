package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.apply.ConnectNumbers.Held;
import io.numberferry.apply.ConnectNumbers.Query;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Target;
import io.numberferry.throttle.Feedback;
import io.numberferry.throttle.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// The steps that Connect rows are made of. Each waits for its own quota, so rows pass each other between
/// steps.
record ConnectSteps(ConnectNumbers connect, Caller caller, Confirmation confirmation, Timeline timeline) {
    /// A claim or move that has not finished after this long is left to people. Terraform's provider waits 2
    /// minutes at most. It must be well within one worker's time, because each worker counts anew.
    private static final Duration LONGEST_CONFIRMATION = Duration.ofMinutes(5);

    /// How often a number that is busy with another change is tried, and how long it is left alone in
    /// between.
    private static final int MOST_TRIES = 4;

    private static final Duration BUSY = Duration.ofSeconds(5);

    /// How the confirmation of a change ended.
    sealed interface Confirmed {}

    /// The number is claimed, and as it was wanted.
    record Claimed(Described described) implements Confirmed {}

    /// The service gave up.
    ///
    /// @param message its reason
    record Ended(String message) implements Confirmed {}

    /// It cannot be read.
    record Unclear(Failure failure) implements Confirmed {}

    /// It takes longer than anyone waits.
    record Unfinished(String message) implements Confirmed {}

    <T> Reply<T> call(Trail trail, Api api, Caller.Request<T> request) throws InterruptedException {
        if (api.writes()) {
            trail.begin();
        }
        return send(trail, api, request);
    }

    /// Sends a write, and again after a while when the number is busy with another change.
    <T> Reply<T> patiently(Trail trail, Api api, Caller.Request<T> request) throws InterruptedException {
        trail.begin();
        Reply<T> reply = send(trail, api, request);
        for (int attempt = 1; attempt < MOST_TRIES && isBusy(reply); attempt++) {
            caller.pause(BUSY);
            reply = send(trail, api, request);
        }
        return reply;
    }

    Aftermath aftermath() {
        return new Aftermath(caller);
    }

    /// Looks a number up in the account's inventory. The service compares 11 digits; this compares all.
    Reply<Optional<Held>> find(Trail trail, PhoneNumber number, Optional<Target.OnConnect> at)
            throws InterruptedException {
        Query query = new Query(at.filter(Target.TrafficDistributionGroup.class::isInstance), Optional.of(number));
        Optional<String> next = Optional.empty();
        do {
            Optional<String> token = next;
            switch (call(trail, Api.LIST_PHONE_NUMBERS_V2, () -> connect.list(query, token))) {
                case Reply.Ok<Page<Held>>(Page<Held> page) -> {
                    Optional<Held> found = page.entries().stream()
                            .filter(held -> held.number().equals(number))
                            .findFirst();
                    if (found.isPresent()) {
                        return Reply.ok(found);
                    }
                    next = page.next();
                }
                case Reply.Refused<Page<Held>>(Failure failure) -> {
                    return new Reply.Refused<>(failure);
                }
            }
        } while (next.isPresent());
        return Reply.ok(Optional.empty());
    }

    /// Reads the id of the flow that a number rings at an instance; empty for none.
    Reply<Optional<String>> flowOf(Trail trail, NumberId number, String instanceId) throws InterruptedException {
        return call(trail, Api.BATCH_GET_FLOW_ASSOCIATION, () -> connect.flowOf(number, instanceId));
    }

    /// Looks until an accepted claim or move has ended, one way or the other.
    Confirmed confirm(Trail trail, NumberId number, Target.OnConnect target) throws InterruptedException {
        return confirm(trail, number, held -> target.is(held.targetArn()));
    }

    /// Looks until an accepted change has ended. The status is IN_PROGRESS after each of ClaimPhoneNumber,
    /// UpdatePhoneNumber and UpdatePhoneNumberMetadata (PhoneNumberStatus in the Connect API reference), and
    /// until then the number takes no other change.
    ///
    /// The last look is one that begins after the time is up: an answer that was long on its way says how things
    /// were, not how they are.
    ///
    /// @param wanted tells whether a claimed number is as the change wanted it
    Confirmed confirm(Trail trail, NumberId number, Predicate<Held> wanted) throws InterruptedException {
        Instant giveUp = timeline.now().plus(LONGEST_CONFIRMATION);
        for (int look = 1; ; look++) {
            Duration delay = confirmation.delay(look);
            caller.pause(delay);
            Instant began = timeline.now();
            Reply<Optional<Described>> reply = call(trail, Api.DESCRIBE_PHONE_NUMBER, () -> connect.describe(number));
            Optional<Confirmed> ended = read(reply, wanted);
            if (look == 1) {
                confirmation.firstLook(ended.isPresent(), delay);
            }
            if (ended.isPresent()) {
                return ended.get();
            }
            if (began.isAfter(giveUp)) {
                return new Unfinished("accepted, and not finished after " + LONGEST_CONFIRMATION.toMinutes()
                        + " minutes: " + seen(reply));
            }
        }
    }

    /// What a look says; empty when it is to be looked at again.
    private static Optional<Confirmed> read(Reply<Optional<Described>> reply, Predicate<Held> wanted) {
        return switch (reply) {
            case Reply.Refused<Optional<Described>>(Failure failure) -> Optional.of(new Unclear(failure));
            case Reply.Ok<Optional<Described>>(Optional<Described> found) ->
                found.flatMap(described -> read(described, wanted));
        };
    }

    private static Optional<Confirmed> read(Described described, Predicate<Held> wanted) {
        return switch (described.status()) {
            case CLAIMED -> wanted.test(described.held()) ? Optional.of(new Claimed(described)) : Optional.empty();
            case IN_PROGRESS -> Optional.empty();
            case FAILED -> Optional.of(new Ended(described.message()));
        };
    }

    private static String seen(Reply<Optional<Described>> reply) {
        return reply instanceof Reply.Ok<Optional<Described>>(Optional<Described> found) && found.isPresent()
                ? found.get().status() + " at " + found.get().held().targetArn()
                : "the number is not there";
    }

    private <T> Reply<T> send(Trail trail, Api api, Caller.Request<T> request) throws InterruptedException {
        return caller.call(trail, api, request, _ -> Feedback.SUCCEEDED);
    }

    private static boolean isBusy(Reply<?> reply) {
        return reply instanceof Reply.Refused<?>(Failure failure)
                && failure.is(Failure.Kind.RECONCILE)
                && !Refusals.isTokenConflict(failure);
    }
}
