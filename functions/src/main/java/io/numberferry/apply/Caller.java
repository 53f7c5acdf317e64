package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Reply;
import io.numberferry.throttle.Backoff;
import io.numberferry.throttle.Feedback;
import io.numberferry.throttle.Pacer;
import io.numberferry.throttle.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Sends calls: paced, counted, and again where that is right. The one layer that owns retries.
///
/// A throttled call is sent again for as long as there is time, since the pacer has slowed down by then. A
/// call without a usable answer is sent again a few times, unchanged: writes carry a client token or are
/// repeatable by nature.
///
/// @param deadline no call is sent at or after this instant
/// @param random for jitter
public record Caller(Pacer pacer, Timeline timeline, RandomGenerator random, Tally tally, Instant deadline) {
    /// A call without an answer is given up after this many attempts. Together with the backoff that is
    /// about a minute, longer than a service's usual failover.
    private static final int MOST_ATTEMPTS = 7;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(20));

    /// One request, ready to be sent any number of times.
    public interface Request<T> {
        Reply<T> send();
    }

    /// How a call ended.
    ///
    /// @param attempts requests sent, counted from 1; 0 when the deadline came first
    public record Sent<T>(Reply<T> reply, int attempts) {}

    /// Sends a call, when its time has come.
    public <T> Sent<T> call(Api api, Request<T> request) throws InterruptedException {
        Trail trail = new Trail(Optional.empty());
        Reply<T> reply = call(trail, api, request, _ -> Feedback.SUCCEEDED);
        return new Sent<>(reply, trail.attempts());
    }

    /// Sends a call whose answer can itself hold refusals.
    ///
    /// @param trail counts the requests, and may hold a permit for the first of them
    /// @param teaches what an answer says about the rate
    <T> Reply<T> call(Trail trail, Api api, Request<T> request, Function<T, Feedback> teaches)
            throws InterruptedException {
        int withoutAnswer = 0;
        int attempts = 0;
        while (timeline.now().isBefore(deadline)) {
            Reply<T> reply = send(trail, api, request, teaches, attempts);
            if (isOutOfTime(reply)) {
                break;
            }
            attempts++;
            trail.add(1);
            if (!(reply instanceof Reply.Refused<T>(Failure failure)) || !worthRepeating(failure, ++withoutAnswer)) {
                return reply;
            }
            if (failure.is(Failure.Kind.THROTTLED)) {
                withoutAnswer = 0;
            } else {
                timeline.sleepUntil(timeline.now().plus(BACKOFF.delay(withoutAnswer, random)));
            }
        }
        return Reply.refused(Failure.Kind.OUT_OF_TIME, "OutOfTime", "the worker's time was up");
    }

    private static boolean worthRepeating(Failure failure, int withoutAnswer) {
        return switch (failure.kind()) {
            case THROTTLED -> true;
            case TRANSIENT -> withoutAnswer < MOST_ATTEMPTS;
            case RECONCILE, ROW, TARGET, JOB, OUT_OF_TIME -> false;
        };
    }

    /// Waits for leave to send, before a row is taken: a row that waits here is a row begun for nothing when
    /// the deadline comes first.
    Trail.Permit admit(Api api) throws InterruptedException {
        return new Trail.Permit(api, pacer.acquire(api));
    }

    /// Returns a permit that was not used. It is lost to the quota, and the API's first call is no longer
    /// waited for.
    void giveBack(Trail.Permit permit) {
        pacer.learn(permit.api(), permit.since(), Feedback.NO_EVIDENCE);
    }

    private <T> Reply<T> send(Trail trail, Api api, Request<T> request, Function<T, Feedback> teaches, int before)
            throws InterruptedException {
        Optional<Trail.Permit> permit = trail.take(api);
        Instant sentAt = permit.isPresent() ? permit.get().since() : pacer.acquire(api);
        Feedback feedback = Feedback.NO_EVIDENCE;
        try {
            if (!sentAt.isBefore(deadline)) {
                return Reply.refused(Failure.Kind.OUT_OF_TIME, "OutOfTime", "");
            }
            Reply<T> reply = request.send();
            feedback = feedback(reply, teaches);
            tally.add(api, new CallCount(1, feedback == Feedback.THROTTLED ? 1 : 0, before > 0 ? 1 : 0));
            return reply;
        } finally {
            pacer.learn(api, sentAt, feedback);
        }
    }

    private static <T> Feedback feedback(Reply<T> reply, Function<T, Feedback> teaches) {
        return switch (reply) {
            case Reply.Ok<T>(T value) -> teaches.apply(value);
            case Reply.Refused<T>(Failure failure) ->
                switch (failure.kind()) {
                    case THROTTLED -> Feedback.THROTTLED;
                    case TRANSIENT, OUT_OF_TIME -> Feedback.NO_EVIDENCE;
                    case RECONCILE, ROW, TARGET, JOB -> Feedback.SUCCEEDED;
                };
        };
    }

    private static <T> boolean isOutOfTime(Reply<T> reply) {
        return reply instanceof Reply.Refused<T>(Failure failure) && failure.is(Failure.Kind.OUT_OF_TIME);
    }
}
