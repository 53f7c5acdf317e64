package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import io.numberferry.throttle.VirtualTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Amazon Chime SDK Voice in virtual time: numbers with their details, groups, and refusals of single
/// numbers.
public final class FakeChime implements ChimeNumbers {
    public static final Standing.OnChime FREE = new Standing.OnChime("VoiceConnector", "", false, "", Optional.empty());

    /// The same number, associated with a target.
    public static Standing.OnChime at(Standing.OnChime found, Target.OnChime target) {
        return at(found, Optional.of(target.id()));
    }

    private final FakeWire wire;
    private final Map<PhoneNumber, Standing.OnChime> held = new TreeMap<>();
    private final Map<PhoneNumber, Deque<NumberError>> once = new HashMap<>();
    private final Map<PhoneNumber, NumberError> always = new HashMap<>();
    private final Deque<NumberError> strays = new ArrayDeque<>();
    private final Set<Target> missing = new HashSet<>();
    private final Set<PhoneNumber> silent = new HashSet<>();
    private final List<String> effects = new ArrayList<>();
    private int most = 50;
    private int pageSize = 100;

    public FakeChime(VirtualTime time) {
        this.wire = new FakeWire(time);
    }

    public FakeWire wire() {
        return wire;
    }

    public void hold(PhoneNumber number, Standing.OnChime standing) {
        held.put(number, standing);
    }

    /// A call with more numbers than this is refused whole.
    public void most(int numbers) {
        most = numbers;
    }

    void pageSize(int numbers) {
        pageSize = numbers;
    }

    public void missing(Target target) {
        missing.add(target);
    }

    /// The next calls with this number refuse it alone, one code after the other; an empty code refuses
    /// nothing.
    public void refuses(PhoneNumber number, String... codes) {
        for (String code : codes) {
            once.computeIfAbsent(number, _ -> new ArrayDeque<>()).add(error(number, code));
        }
    }

    /// Every call with this number refuses it alone.
    void alwaysRefuses(PhoneNumber number, String code) {
        always.put(number, error(number, code));
    }

    /// The next answer has an entry for a number that was not sent, and this number was not done.
    void straysOver(PhoneNumber number) {
        strays.add(new NumberError("some-other-id", "Unprocessable", "refused"));
        silent.add(number);
    }

    public boolean holds(PhoneNumber number) {
        return held.containsKey(number);
    }

    public Standing.OnChime standing(PhoneNumber number) {
        return Optional.ofNullable(held.get(number)).orElseThrow();
    }

    /// What was done to numbers, in order, one entry for each time it took effect.
    List<String> effects() {
        return List.copyOf(effects);
    }

    @Override
    public Reply<List<NumberError>> associate(Target.OnChime target, List<PhoneNumber> numbers, boolean force) {
        return wire.call(
                target.associating(),
                numbers,
                () -> each(target, numbers, number -> {
                    Optional<String> now = standing(number).association();
                    if (now.isPresent() && !force) {
                        return Optional.of("PhoneNumberAssociationsExist");
                    }
                    change(number, found -> at(found, target));
                    effect("associate", number);
                    return Optional.empty();
                }));
    }

    @Override
    public Reply<List<NumberError>> disassociate(Target.OnChime target, List<PhoneNumber> numbers) {
        return wire.call(
                target.disassociating(),
                numbers,
                () -> each(target, numbers, number -> {
                    change(number, found -> at(found, Optional.empty()));
                    effect("disassociate", number);
                    return Optional.empty();
                }));
    }

    @Override
    public Reply<List<NumberError>> update(List<Change> changes) {
        List<PhoneNumber> numbers = changes.stream().map(Change::number).toList();
        Map<PhoneNumber, Detail> details = new HashMap<>();
        changes.forEach(change -> details.put(change.number(), change.detail()));
        Api api = changes.size() == 1 ? Api.UPDATE_CHIME_NUMBER : Api.BATCH_UPDATE_CHIME_NUMBERS;
        return wire.call(
                api,
                numbers,
                () -> each(numbers, number -> {
                    Detail detail = java.util.Objects.requireNonNull(details.get(number));
                    change(number, found -> with(found, detail));
                    effect(detail.getClass().getSimpleName(), number);
                    return Optional.empty();
                }));
    }

    @Override
    public Reply<Optional<Standing.OnChime>> get(PhoneNumber number) {
        return wire.call(Api.GET_CHIME_NUMBER, List.of(number), () -> Reply.ok(Optional.ofNullable(held.get(number))));
    }

    @Override
    public Reply<Page<Held>> list(Optional<String> next) {
        return wire.call(
                Api.LIST_CHIME_NUMBERS,
                List.of(),
                () -> Reply.ok(Paging.page(
                        held.entrySet().stream()
                                .map(entry -> new Held(entry.getKey(), entry.getValue()))
                                .toList(),
                        pageSize,
                        next)));
    }

    @Override
    public Reply<Boolean> exists(Target.OnChime target) {
        Api api = target instanceof Target.VoiceConnector ? Api.GET_VOICE_CONNECTOR : Api.GET_VOICE_CONNECTOR_GROUP;
        return wire.call(api, List.of(), () -> Reply.ok(!missing.contains(target)));
    }

    /// Does something to one number, or says why not.
    private interface Effect {
        Optional<String> on(PhoneNumber number);
    }

    private Reply<List<NumberError>> each(Target target, List<PhoneNumber> numbers, Effect effect) {
        return missing.contains(target)
                ? Reply.refused(Failure.Kind.TARGET, "NotFoundException", "no such target")
                : each(numbers, effect);
    }

    private Reply<List<NumberError>> each(List<PhoneNumber> numbers, Effect effect) {
        if (numbers.size() > most) {
            return Reply.refused(Failure.Kind.ROW, "BadRequestException", "too many numbers");
        }
        List<NumberError> errors = new ArrayList<>();
        Optional.ofNullable(strays.poll()).ifPresent(errors::add);
        for (PhoneNumber number : numbers) {
            if (!silent.remove(number)) {
                scripted(number)
                        .filter(error -> !error.code().isEmpty())
                        .or(() -> effect(number, effect))
                        .ifPresent(errors::add);
            }
        }
        return Reply.ok(errors);
    }

    private Optional<NumberError> effect(PhoneNumber number, Effect effect) {
        return held.containsKey(number)
                ? effect.on(number).map(code -> error(number, code))
                : Optional.of(error(number, "NotFound"));
    }

    private Optional<NumberError> scripted(PhoneNumber number) {
        return Optional.ofNullable(once.getOrDefault(number, new ArrayDeque<>()).poll())
                .or(() -> Optional.ofNullable(always.get(number)));
    }

    private void change(PhoneNumber number, UnaryOperator<Standing.OnChime> change) {
        held.put(number, change.apply(standing(number)));
    }

    private void effect(String what, PhoneNumber number) {
        effects.add(what + " " + number.e164());
        wire.took(what, number);
    }

    private static NumberError error(PhoneNumber number, String code) {
        return new NumberError(number.e164(), code, "refused");
    }

    private static Standing.OnChime at(Standing.OnChime found, Optional<String> association) {
        return new Standing.OnChime(
                found.productType(), found.callingName(), found.callingNamePending(), found.name(), association);
    }

    private static Standing.OnChime with(Standing.OnChime found, Detail detail) {
        return switch (detail) {
            case Detail.Product(var type) ->
                new Standing.OnChime(
                        type.wireName(),
                        found.callingName(),
                        found.callingNamePending(),
                        found.name(),
                        found.association());
            case Detail.CallingName(String value) ->
                new Standing.OnChime(found.productType(), value, true, found.name(), found.association());
            case Detail.Name(String value) ->
                new Standing.OnChime(
                        found.productType(),
                        found.callingName(),
                        found.callingNamePending(),
                        value,
                        found.association());
        };
    }
}
