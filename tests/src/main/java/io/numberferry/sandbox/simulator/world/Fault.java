package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Api;
import io.numberferry.sandbox.simulator.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something that goes wrong between a client and an API.
///
/// @param phoneNumber only for calls that name this number; empty for all
public record Fault(Api api, Trigger trigger, Optional<String> phoneNumber, Moment moment, Kind kind, Times times) {

    /// Which calls it hits, of those that were not throttled.
    public sealed interface Trigger {
        /// @param number of the call, counted from 1 per API since the simulator started
        record Call(int number) implements Trigger {}

        /// @param probability of each call, from 0 to 1
        record Chance(double probability) implements Trigger {}
    }

    /// Whether the call takes effect all the same.
    public enum Moment implements Named {
        BEFORE_EFFECT("beforeEffect"),
        AFTER_EFFECT("afterEffect");

        private final String wireName;

        Moment(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /// What the client sees.
    public sealed interface Kind {
        record Refuse(ScriptedError error) implements Kind {}

        /// The connection is closed without an answer.
        record Drop() implements Kind {}

        /// The answer comes late by this much.
        record Delay(Duration late) implements Kind {}

        /// A page of a load balancer, status 503.
        record Html() implements Kind {}
    }

    /// Reads one fault; `connect:*`, `chime:*` and `*` make it one fault per API.
    static List<Fault> read(Fields in) {
        List<Api> apis = ApiField.all(in, "api", in.required("api"));
        Trigger trigger = trigger(in);
        Optional<String> number = in.has("phoneNumber") ? Optional.of(in.phoneNumber("phoneNumber")) : Optional.empty();
        Moment moment = in.choice("when", List.of(Moment.values())).orElse(Moment.BEFORE_EFFECT);
        Kind kind = kind(in);
        Times times = Times.read(in, trigger instanceof Trigger.Call ? Times.of(1) : Times.ALWAYS);
        return in.end(apis.stream()
                .map(api -> new Fault(api, trigger, number, moment, kind, times))
                .toList());
    }

    private static Trigger trigger(Fields in) {
        Optional<Trigger> call = in.count("call").map(Trigger.Call::new);
        return call.orElseGet(() -> new Trigger.Chance(in.number("probability").orElse(1.0)));
    }

    private static Kind kind(Fields in) {
        return switch (in.required("kind")) {
            case "error" -> new Kind.Refuse(ScriptedError.read(in));
            case "drop" -> new Kind.Drop();
            case "delay" ->
                new Kind.Delay(in.millis("delayMs")
                        .orElseThrow(() -> in.wrong("delayMs", "is missing", "add the delay in milliseconds")));
            case "html" -> new Kind.Html();
            default -> throw in.wrong("kind", "is not a kind of fault", "write one of error, drop, delay, html");
        };
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("api", api.qualifiedName());
        switch (trigger) {
            case Trigger.Call call -> json.put("call", call.number());
            case Trigger.Chance chance -> json.put("probability", chance.probability());
        }
        phoneNumber.ifPresent(number -> json.put("phoneNumber", number));
        json.put("when", moment.wireName());
        switch (kind) {
            case Kind.Refuse refuse -> refuse.error().addTo(json.put("kind", "error"));
            case Kind.Drop() -> json.put("kind", "drop");
            case Kind.Delay delay ->
                json.put("kind", "delay").put("delayMs", delay.late().toMillis());
            case Kind.Html() -> json.put("kind", "html");
        }
        return times.addTo(json);
    }

    public Fault once() {
        return new Fault(api, trigger, phoneNumber, moment, kind, times.once());
    }
}
