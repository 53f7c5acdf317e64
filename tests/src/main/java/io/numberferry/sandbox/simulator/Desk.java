package io.numberferry.sandbox.simulator;

import io.numberferry.sandbox.simulator.ApiCalls.Ending;
import io.numberferry.sandbox.simulator.chime.ChimeOperations;
import io.numberferry.sandbox.simulator.connect.ConnectOperations;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.state.Quotas;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.ChimeApi;
import io.numberferry.sandbox.simulator.wire.ConnectApi;
import io.numberferry.sandbox.simulator.wire.Refusal;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Decides what becomes of a call: quota, then faults, then the scripted outcomes, then the rules. Never
/// waits.
///
/// Not safe for use by several threads.
final class Desk {
    private final Account account;
    private final Quotas quotas;
    private final RandomGenerator random;
    private final ConnectOperations connect;
    private final ChimeOperations chime;
    private final Map<String, ApiCalls> calls = new TreeMap<>();

    Desk(Account account, Quotas quotas, RandomGenerator random) {
        this.account = account;
        this.quotas = quotas;
        this.random = random;
        this.connect = new ConnectOperations(account);
        this.chime = new ChimeOperations(account);
    }

    Reply take(Request request) {
        if (!quotas.admit(request.api(), request.at())) {
            count(request, Ending.THROTTLED);
            Refusal throttled = request.api().service().throttled().refusal("Rate exceeded");
            return new Reply.Send(
                    refused(request, throttled), account.behaviour().latency().throttled());
        }
        Set<String> numbers = numbersIn(request);
        Duration time = account.behaviour().latency().answer(random);
        Optional<Fault> fault = account.script().fault(request.api(), numbers);
        if (fault.isEmpty()) {
            return new Reply.Send(answer(request, numbers), time);
        }
        count(request, Ending.FAULTED);
        return faulted(request, numbers, fault.get(), time);
    }

    private Reply faulted(Request request, Set<String> numbers, Fault fault, Duration time) {
        boolean late = fault.kind() instanceof Fault.Kind.Delay;
        Optional<Answer> effect = late || fault.moment() == Fault.Moment.AFTER_EFFECT
                ? Optional.of(outcome(request, numbers))
                : Optional.empty();
        return switch (fault.kind()) {
            case Fault.Kind.Refuse kind ->
                new Reply.Send(refused(request, kind.error().refusal()), time);
            case Fault.Kind.Html() -> new Reply.Send(Answer.unavailablePage(), time);
            case Fault.Kind.Drop() -> new Reply.HangUp(time);
            case Fault.Kind.Delay delay -> new Reply.Send(effect.orElseThrow(), time.plus(delay.late()));
        };
    }

    private Answer answer(Request request, Set<String> numbers) {
        Answer answer = outcome(request, numbers);
        count(request, answer.status() < 300 ? Ending.SUCCEEDED : Ending.REFUSED);
        return answer;
    }

    private Answer outcome(Request request, Set<String> numbers) {
        try {
            Optional<Refusal> scripted = account.script().refusal(request.api(), numbers);
            if (scripted.isPresent()) {
                throw scripted.get();
            }
            return switch (request.api()) {
                case ConnectApi api -> connect.answer(api, request);
                case ChimeApi api -> chime.answer(api, request);
            };
        } catch (Refusal refusal) {
            return refused(request, refusal);
        }
    }

    private Set<String> numbersIn(Request request) {
        return switch (request.api()) {
            case ConnectApi _ -> connect.numbersIn(request);
            case ChimeApi _ -> chime.numbersIn(request);
        };
    }

    private static Answer refused(Request request, Refusal refusal) {
        return Answer.refused(request.api().service(), refusal);
    }

    private void count(Request request, Ending ending) {
        Instant at = request.at();
        calls.merge(
                request.api().qualifiedName(),
                ApiCalls.none(at).plus(ending, at),
                (known, first) -> known.plus(ending, at));
    }

    /// By the qualified name of the API; those never called are left out.
    Map<String, ApiCalls> calls() {
        return Map.copyOf(calls);
    }
}
