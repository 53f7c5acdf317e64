package io.numberferry.sandbox.simulator.state;

import io.numberferry.sandbox.simulator.wire.Api;
import io.numberferry.sandbox.simulator.wire.Refusal;
import io.numberferry.sandbox.simulator.world.Fault;
import io.numberferry.sandbox.simulator.world.Outcome;
import io.numberferry.sandbox.simulator.world.Outcome.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// What the world file wants to happen whatever the rules say, and how often still.
public final class Script {
    private final List<Outcome> outcomes;
    private final List<Fault> faults;
    private final long seed;
    private final Changes changes;
    private final Map<Api, Integer> calls = new HashMap<>();

    Script(List<Outcome> outcomes, List<Fault> faults, long seed, Changes changes) {
        this.outcomes = new ArrayList<>(outcomes);
        this.faults = new ArrayList<>(faults);
        this.seed = seed;
        this.changes = changes;
    }

    /// Counts a call that was not throttled, and says what goes wrong with it.
    ///
    /// @param numbers the E.164 numbers that the call names
    public Optional<Fault> fault(Api api, Set<String> numbers) {
        int call = calls.merge(api, 1, Integer::sum);
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            boolean about = fault.api() == api
                    && !fault.times().over()
                    && fault.phoneNumber().map(numbers::contains).orElse(true);
            if (about && hits(fault.trigger(), i, call)) {
                faults.set(i, fault.once());
                changes.fault(i, fault.times().once());
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /// Chance depends on the seed, the fault and the number of the call alone, not on the order of threads.
    private boolean hits(Fault.Trigger trigger, int index, int call) {
        return switch (trigger) {
            case Fault.Trigger.Call(int number) -> number == call;
            case Fault.Trigger.Chance(double probability) ->
                new SplittableRandom(seed * 1_000_003 + index * 31L + call * 0x9E3779B97F4A7C15L).nextDouble()
                        < probability;
        };
    }

    /// The error with which the world refuses a whole call that names one of these numbers.
    public Optional<Refusal> refusal(Api api, Set<String> numbers) {
        return take(
                        api,
                        outcome -> outcome.effect() instanceof Effect.Refuse && numbers.contains(outcome.phoneNumber()))
                .map(effect -> ((Effect.Refuse) effect).error().refusal());
    }

    /// The entry in `PhoneNumberErrors` that the world wants for a number.
    public Optional<Effect.FailItem> itemFailure(Api api, String phoneNumber) {
        return take(
                        api,
                        outcome -> outcome.effect() instanceof Effect.FailItem
                                && phoneNumber.equals(outcome.phoneNumber()))
                .map(Effect.FailItem.class::cast);
    }

    /// Why the world lets fail what a call about this number begins.
    public Optional<String> lateFailure(Api api, String phoneNumber) {
        return take(
                        api,
                        outcome -> outcome.effect() instanceof Effect.SettleAsFailed
                                && phoneNumber.equals(outcome.phoneNumber()))
                .map(effect -> ((Effect.SettleAsFailed) effect).message());
    }

    private Optional<Effect> take(Api api, Predicate<Outcome> wanted) {
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            if (outcome.api() == api && !outcome.times().over() && wanted.test(outcome)) {
                outcomes.set(i, outcome.once());
                changes.outcome(i, outcome.times().once());
                return Optional.of(outcome.effect());
            }
        }
        return Optional.empty();
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
