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

/// The steps that Connect rows are made of. Each waits for its own quota, so rows pass each other between
/// steps.
record ConnectSteps(ConnectNumbers connect, Caller caller, Confirmation confirmation, Timeline timeline) {
    /// A claim or move that has not finished after this long is left to people: no case of that is
    /// documented.
    private static final Duration LONGEST_CONFIRMATION = Duration.ofMinutes(30);

    /// How the confirmation of a claim or move ended.
    sealed interface Confirmed {}

    /// The number is claimed to the wanted target.
    record Claimed(Described described) implements Confirmed {}

    /// The service gave up.
    ///
    /// @param message its reason
    record Ended(String message) implements Confirmed {}

    /// Not finished, or it cannot be read.
    record Unclear(Failure failure) implements Confirmed {}

    <T> Reply<T> call(Trail trail, Api api, Caller.Request<T> request) throws InterruptedException {
        return caller.call(trail, api, request, _ -> Feedback.SUCCEEDED);
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

    /// Looks until an accepted claim or move has ended, one way or the other.
    Confirmed confirm(Trail trail, NumberId number, Target.OnConnect target) throws InterruptedException {
        Instant giveUp = timeline.now().plus(LONGEST_CONFIRMATION);
        for (int look = 1; ; look++) {
            timeline.sleepUntil(earlier(timeline.now().plus(confirmation.delay(look)), caller.deadline()));
            Reply<Optional<Described>> reply = call(trail, Api.DESCRIBE_PHONE_NUMBER, () -> connect.describe(number));
            Optional<Confirmed> ended = read(reply, target);
            if (look == 1) {
                confirmation.firstLook(ended.isPresent());
            }
            if (ended.isPresent()) {
                return ended.get();
            }
            if (timeline.now().isAfter(giveUp)) {
                return new Unclear(
                        new Failure(Failure.Kind.TRANSIENT, "StillInProgress", "not finished after 30 minutes"));
            }
        }
    }

    /// What a look says; empty when it is to be looked at again.
    private static Optional<Confirmed> read(Reply<Optional<Described>> reply, Target.OnConnect target) {
        return switch (reply) {
            case Reply.Refused<Optional<Described>>(Failure failure) -> Optional.of(new Unclear(failure));
            case Reply.Ok<Optional<Described>>(Optional<Described> found) ->
                found.flatMap(described -> read(described, target));
        };
    }

    private static Optional<Confirmed> read(Described described, Target.OnConnect target) {
        return switch (described.status()) {
            case CLAIMED ->
                target.is(described.held().targetArn()) ? Optional.of(new Claimed(described)) : Optional.empty();
            case IN_PROGRESS -> Optional.empty();
            case FAILED -> Optional.of(new Ended(described.message()));
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
