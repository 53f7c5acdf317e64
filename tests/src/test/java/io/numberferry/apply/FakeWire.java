package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Reply;
import io.numberferry.throttle.ServiceBucket;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Carries calls to a fake service: takes time, keeps a log, throttles, and goes wrong as scripted.
final class FakeWire {
    /// A call that arrived.
    ///
    /// @param numbers empty for lists
    record Arrived(Api api, List<PhoneNumber> numbers, Instant at) {}

    private final VirtualTime time;
    private final Script script = new Script();
    private final List<Arrived> log = new ArrayList<>();
    private final Map<Api, ServiceBucket> buckets = new EnumMap<>(Api.class);
    private Supplier<Optional<Fault>> chance = Optional::empty;
    private Supplier<Duration> latency = () -> Duration.ofMillis(100);

    FakeWire(VirtualTime time) {
        this.time = time;
    }

    Script script() {
        return script;
    }

    /// What goes wrong with calls for which nothing is scripted.
    void chance(Supplier<Optional<Fault>> each) {
        chance = each;
    }

    /// How long a call takes, there and back.
    void latency(Supplier<Duration> each) {
        latency = each;
    }

    /// Refuses calls that come faster than this; without it, every rate is right.
    void limit(Api api, Quota quota) {
        buckets.put(api, new ServiceBucket(quota));
    }

    /// All calls that arrived, in order.
    List<Arrived> log() {
        return List.copyOf(log);
    }

    /// The calls of one API that arrived, in order.
    List<Arrived> log(Api api) {
        return log.stream().filter(call -> call.api() == api).toList();
    }

    <T> Reply<T> call(Api api, List<PhoneNumber> numbers, Supplier<Reply<T>> effect) {
        Duration there = latency.get().dividedBy(2);
        time.pass(there);
        log.add(new Arrived(api, List.copyOf(numbers), time.now()));
        Reply<T> reply = answer(api, numbers, effect);
        time.pass(there);
        return reply;
    }

    private <T> Reply<T> answer(Api api, List<PhoneNumber> numbers, Supplier<Reply<T>> effect) {
        ServiceBucket bucket = buckets.get(api);
        if (bucket != null && !bucket.admits(time.now())) {
            return Reply.refused(Failure.Kind.THROTTLED, "ThrottlingException", "Rate exceeded");
        }
        Optional<Fault> fault = script.take(api, numbers).or(chance);
        return fault.isEmpty() ? effect.get() : spoil(fault.get(), effect);
    }

    private static <T> Reply<T> spoil(Fault fault, Supplier<Reply<T>> effect) {
        return switch (fault) {
            case Fault.Refusal(Failure failure) -> new Reply.Refused<>(failure);
            case Fault.Nothing() -> effect.get();
            case Fault.RequestLost() -> lost();
            case Fault.AnswerLost() -> {
                var _ = effect.get();
                yield lost();
            }
        };
    }

    private static <T> Reply<T> lost() {
        return Reply.refused(Failure.Kind.TRANSIENT, "SocketTimeoutException", "no answer");
    }
}
