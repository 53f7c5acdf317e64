package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Reply;
import io.numberferry.throttle.Life;
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
///
/// A call that was sent arrives, even when its sender is killed meanwhile.
public final class FakeWire {
    /// The answer of a call that takes longer than this is lost: the sender waits no longer.
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    /// Sees what goes over the wire.
    public interface Watch {
        void sent(Call call);

        /// @param what was done to the number
        void took(Call call, String what, PhoneNumber number);

        /// @param reply what its sender gets, whether or not the sender still lives
        void answered(Call call, Reply<?> reply);
    }

    /// A call on its way.
    ///
    /// @param numbers empty for lists
    /// @param sender whose life the sender is of
    public record Call(Api api, List<PhoneNumber> numbers, Life sender) {}

    /// A call that arrived.
    ///
    /// @param numbers empty for lists
    public record Arrived(Api api, List<PhoneNumber> numbers, Instant at) {}

    private static final Reply<?> BROKEN = Reply.refused(Failure.Kind.TRANSIENT, "Broken", "");

    private final VirtualTime time;
    private final Script script = new Script();
    private final List<Arrived> log = new ArrayList<>();
    private final Map<Api, ServiceBucket> buckets = new EnumMap<>(Api.class);
    private Supplier<Optional<Fault>> chance = Optional::empty;
    private Supplier<Duration> latency = () -> Duration.ofMillis(100);

    private Optional<Watch> watch = Optional.empty();
    private Optional<Call> current = Optional.empty();

    FakeWire(VirtualTime time) {
        this.time = time;
    }

    public void watch(Watch watcher) {
        watch = Optional.of(watcher);
    }

    public Script script() {
        return script;
    }

    /// What goes wrong with calls for which nothing is scripted.
    public void chance(Supplier<Optional<Fault>> each) {
        chance = each;
    }

    /// How long a call takes, there and back.
    public void latency(Supplier<Duration> each) {
        latency = each;
    }

    /// Refuses calls that come faster than this; without it, every rate is right.
    public void limit(Api api, Quota quota) {
        buckets.put(api, new ServiceBucket(quota));
    }

    /// All calls that arrived, in order.
    public List<Arrived> log() {
        return List.copyOf(log);
    }

    /// The calls of one API that arrived, in order.
    List<Arrived> log(Api api) {
        return log.stream().filter(call -> call.api() == api).toList();
    }

    <T> Reply<T> call(Api api, List<PhoneNumber> numbers, Supplier<Reply<T>> effect) {
        Call call = new Call(api, List.copyOf(numbers), time.life());
        Duration there = latency.get().dividedBy(2);
        VirtualTime.Mailbox<Reply<T>> answer = time.new Mailbox<>();
        watch.ifPresent(watcher -> watcher.sent(call));
        time.at(time.now().plus(there), () -> arrive(call, effect, there, answer));
        Reply<T> reply = answer.take(time.now().plus(PATIENCE)).orElseGet(FakeWire::lost);
        if (reply.equals(BROKEN)) {
            throw new IllegalStateException("the answer for " + numbers + " is odd");
        }
        return reply;
    }

    /// Tells that the call which is arriving did something.
    void took(String what, PhoneNumber number) {
        watch.ifPresent(watcher -> watcher.took(current.orElseThrow(), what, number));
    }

    private <T> void arrive(Call call, Supplier<Reply<T>> effect, Duration back, VirtualTime.Mailbox<Reply<T>> answer) {
        log.add(new Arrived(call.api(), call.numbers(), time.now()));
        current = Optional.of(call);
        Optional<Fault> fault = fault(call);
        Reply<T> reply = fault.isEmpty() ? effect.get() : spoil(fault.get(), call, effect);
        Duration late = fault.filter(Fault.Late.class::isInstance)
                .map(found -> ((Fault.Late) found).by())
                .orElse(Duration.ZERO);
        time.at(time.now().plus(back).plus(late), () -> {
            watch.ifPresent(watcher -> watcher.answered(call, reply));
            answer.put(reply);
        });
    }

    private Optional<Fault> fault(Call call) {
        ServiceBucket bucket = buckets.get(call.api());
        return bucket != null && !bucket.admits(time.now())
                ? Optional.of(Fault.throttled())
                : script.take(call.api(), call.numbers()).or(chance);
    }

    private <T> Reply<T> spoil(Fault fault, Call call, Supplier<Reply<T>> effect) {
        return switch (fault) {
            case Fault.Refusal(Failure failure) -> new Reply.Refused<>(failure);
            case Fault.Nothing(), Fault.Late _ -> effect.get();
            case Fault.Broken() -> new Reply.Refused<>(((Reply.Refused<?>) BROKEN).failure());
            case Fault.RequestLost() -> lost();
            case Fault.AnswerLost() -> {
                var _ = effect.get();
                yield lost();
            }
            case Fault.Delayed(Duration by) -> {
                time.at(time.now().plus(by), () -> {
                    current = Optional.of(call);
                    var _ = effect.get();
                });
                yield lost();
            }
            case Fault.Twice() -> {
                Reply<T> first = effect.get();
                var _ = effect.get();
                yield first;
            }
        };
    }

    private static <T> Reply<T> lost() {
        return Reply.refused(Failure.Kind.TRANSIENT, "SocketTimeoutException", "no answer");
    }
}
