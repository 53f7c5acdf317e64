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
/// @param reach what may be sent at all
public record Caller(
        Pacer pacer, Timeline timeline, RandomGenerator random, Tally tally, Instant deadline, Reach reach) {
    /// A call is given up after this many attempts without an answer. With the backoff that is half a minute
    /// on average, longer than a service's usual failover.
    private static final int MOST_UNANSWERED = 7;

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20));

    public Caller(Pacer pacer, Timeline timeline, RandomGenerator random, Tally tally, Instant deadline) {
        this(pacer, timeline, random, tally, deadline, Reach.READS_AND_WRITES);
    }

    /// What a caller sends.
    public enum Reach {
        READS_AND_WRITES,
        /// Calls that would change something are refused as STOPPED, and are not sent.
        READS_ONLY
    }

    /// The same, for a job that was stopped.
    Caller readingOnly() {
        return new Caller(pacer, timeline, random, tally, deadline, Reach.READS_ONLY);
    }

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
        Trail trail = new Trail(Optional.empty(), false, timeline.now());
        Reply<T> reply = call(trail, api, request, _ -> Feedback.SUCCEEDED);
        return new Sent<>(reply, trail.attempts());
    }

    /// Sends a call whose answer can itself hold refusals.
    ///
    /// @param trail counts the requests, and may hold a permit for the first of them
    /// @param teaches what an answer says about the rate
    <T> Reply<T> call(Trail trail, Api api, Request<T> request, Function<T, Feedback> teaches)
            throws InterruptedException {
        if (reach == Reach.READS_ONLY && api.writes()) {
            return Reply.refused(Failure.Kind.STOPPED, "JobStopped", "the job was stopped");
        }
        int unanswered = 0;
        for (int attempt = 1; ; attempt++) {
            Optional<Instant> sentAt = admit(trail, api);
            if (sentAt.isEmpty()) {
                return Reply.refused(Failure.Kind.OUT_OF_TIME, "OutOfTime", "the worker's time was up");
            }
            Instant begun = timeline.now();
            Reply<T> reply = send(api, request, teaches, sentAt.get(), attempt);
            trail.sent(api, begun, reply);
            unanswered += isUnanswered(reply) ? 1 : 0;
            if (!isWorthRepeating(reply) || unanswered == MOST_UNANSWERED) {
                return reply;
            }
            if (isUnanswered(reply)) {
                pause(BACKOFF.delay(unanswered, random));
            }
        }
    }

    /// Waits for leave to send, before a row is taken: a row that waits here is a row begun for nothing when
    /// the time is up first.
    ///
    /// @param limit the permit is of no use at or after this
    Optional<Trail.Permit> admit(Api api, Instant limit) throws InterruptedException {
        return pacer.acquire(api, limit).map(since -> new Trail.Permit(api, since));
    }

    /// Returns a permit that was not used.
    void giveBack(Trail.Permit permit) {
        pacer.giveBack(permit.api());
    }

    /// Waits for a time, but not beyond the deadline.
    void pause(Duration duration) throws InterruptedException {
        pauseUntil(timeline.now().plus(duration));
    }

    /// Waits until a moment, but not beyond the deadline.
    void pauseUntil(Instant end) throws InterruptedException {
        timeline.sleepUntil(end.isBefore(deadline) ? end : deadline);
    }

    private Optional<Instant> admit(Trail trail, Api api) throws InterruptedException {
        if (!timeline.now().isBefore(deadline)) {
            return Optional.empty();
        }
        Optional<Trail.Permit> held = trail.take(api);
        return held.isPresent() ? held.map(Trail.Permit::since) : pacer.acquire(api, deadline);
    }

    private <T> Reply<T> send(Api api, Request<T> request, Function<T, Feedback> teaches, Instant sentAt, int attempt) {
        Feedback feedback = Feedback.NO_EVIDENCE;
        Instant begun = timeline.now();
        try {
            Reply<T> reply = answer(request);
            feedback = feedback(reply, teaches);
            return reply;
        } finally {
            tally.add(api, new CallCount(1, feedback == Feedback.THROTTLED ? 1 : 0, attempt > 1 ? 1 : 0), begun);
            pacer.learn(api, sentAt, feedback);
        }
    }

    private static <T> Reply<T> answer(Request<T> request) {
        try {
            return request.send();
        } catch (RuntimeException e) {
            return new Reply.Refused<>(OwnError.failure(e));
        }
    }

    private static <T> boolean isWorthRepeating(Reply<T> reply) {
        return reply instanceof Reply.Refused<T>(Failure failure)
                && !OwnError.is(failure)
                && switch (failure.kind()) {
                    case THROTTLED, TRANSIENT -> true;
                    case RECONCILE, ROW, TARGET, JOB, OUT_OF_TIME, STOPPED -> false;
                };
    }

    private static <T> boolean isUnanswered(Reply<T> reply) {
        return reply instanceof Reply.Refused<T>(Failure failure) && failure.is(Failure.Kind.TRANSIENT);
    }

    private static <T> Feedback feedback(Reply<T> reply, Function<T, Feedback> teaches) {
        return switch (reply) {
            case Reply.Ok<T>(T value) -> teaches.apply(value);
            case Reply.Refused<T>(Failure failure) ->
                switch (failure.kind()) {
                    case THROTTLED -> Feedback.THROTTLED;
                    case TRANSIENT, OUT_OF_TIME, STOPPED -> Feedback.NO_EVIDENCE;
                    case RECONCILE, ROW, TARGET, JOB -> Feedback.SUCCEEDED;
                };
        };
    }
}
