package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Amazon Connect in virtual time: owns numbers, finishes claims and moves later than it accepts them,
/// remembers client tokens, and counts what took effect.
public final class FakeConnect implements ConnectNumbers {
    private static final Done DONE = new Done();

    private final VirtualTime time;
    private final FakeWire wire;
    private final Map<PhoneNumber, OwnedNumber> owned = new TreeMap<>();
    private final Map<PhoneNumber, String> failures = new HashMap<>();
    private final Set<PhoneNumber> passing = new HashSet<>();
    private final TokenMemory memory;
    private final List<String> effects = new ArrayList<>();
    private final Map<String, List<Flow>> flows = new HashMap<>();
    private final Map<String, String> statuses = new HashMap<>();
    private Supplier<Duration> finishing = () -> Duration.ofMillis(500);
    private boolean showsOldTarget;
    private int pageSize = 1_000;

    public FakeConnect(VirtualTime time) {
        this.time = time;
        this.wire = new FakeWire(time);
        this.memory = new TokenMemory(time);
    }

    public FakeWire wire() {
        return wire;
    }

    public void own(PhoneNumber number, Target.OnConnect target) {
        owned.put(number, new OwnedNumber(target));
    }

    public void own(PhoneNumber number, Target.Instance instance, String flowId) {
        own(number, instance);
        held(number).flows.put(instance.instanceId(), flowId);
    }

    public void tagged(PhoneNumber number, Tags tags) {
        held(number).tags = tags;
    }

    /// The tagging API's list: only numbers that have tags.
    public NumberTags tagging() {
        return next -> listed(
                Api.GET_RESOURCES,
                List.of(),
                next,
                () -> owned.entrySet().stream()
                        .filter(found -> !found.getValue().tags.isEmpty())
                        .map(found ->
                                new NumberTags.Tagged(Samples.id(found.getKey()).arn(), found.getValue().tags)));
    }

    public Optional<Tags> tagsOf(PhoneNumber number) {
        return Optional.ofNullable(owned.get(number)).map(found -> found.tags);
    }

    void disown(PhoneNumber number) {
        owned.remove(number);
    }

    /// How long a claim or move takes after it was accepted.
    public void finishing(Supplier<Duration> each) {
        finishing = each;
    }

    /// The claim or move of this number fails after it was accepted.
    public void failsLater(PhoneNumber number, String message) {
        failures.put(number, message);
    }

    /// The first claim of this number fails after it was accepted; another one does not.
    public void failsOnce(PhoneNumber number, String message) {
        failsLater(number, message);
        passing.add(number);
    }

    /// While a move is under way, the number shows as CLAIMED at its old target.
    public void showsOldTargetDuringMoves() {
        showsOldTarget = true;
    }

    /// A token that comes again is treated as if it had never been seen.
    public void forgetsTokens() {
        forgetsTokensAfter(Duration.ZERO);
    }

    /// A token that comes again so much later is treated as if it had never been seen.
    public void forgetsTokensAfter(Duration time) {
        memory.lasts(time);
    }

    void pageSize(int numbers) {
        pageSize = numbers;
    }

    /// Every target exists and is ACTIVE unless this says otherwise.
    ///
    /// @param status empty text for a target that Connect does not know
    public void stands(Target.OnConnect target, String status) {
        statuses.put(target.id(), status);
    }

    public void hasFlow(Target.Instance instance, Flow flow) {
        flows.computeIfAbsent(instance.instanceId(), _ -> new ArrayList<>()).add(flow);
    }

    /// What was done to numbers, in order, one entry for each time it took effect.
    List<String> effects() {
        return List.copyOf(effects);
    }

    /// The client tokens that came with the calls that arrived, in order, each once.
    Set<ClientToken> tokens() {
        return memory.tokens();
    }

    /// Where a number is; empty when the account does not hold it.
    public Optional<Target.OnConnect> targetOf(PhoneNumber number) {
        return Optional.ofNullable(owned.get(number)).map(found -> found.target);
    }

    /// Tells whether a number is at a target for good: not still on its way, and not failed.
    public boolean isClaimed(PhoneNumber number, Target.OnConnect target) {
        return targetOf(number).equals(Optional.of(target)) && held(number).isDone(time.now());
    }

    /// Tells whether the last claim or move of a number is bound to fail, or has.
    public boolean fails(PhoneNumber number) {
        return owned.containsKey(number) && !held(number).failure.isEmpty();
    }

    public Optional<String> descriptionOf(PhoneNumber number) {
        return Optional.ofNullable(owned.get(number)).map(found -> found.description);
    }

    public Optional<String> flowOf(PhoneNumber number, Target.Instance instance) {
        return Optional.ofNullable(owned.get(number)).map(found -> found.flows.get(instance.instanceId()));
    }

    @Override
    public Reply<NumberId> claim(Operation.Claim claim, PhoneNumber number, ClientToken token) {
        NumberId id = Samples.id(number);
        return wire.call(
                Api.CLAIM_PHONE_NUMBER, List.of(number), () -> memory.once(token, id, () -> claim(number, claim)));
    }

    private Reply<NumberId> claim(PhoneNumber number, Operation.Claim claim) {
        if (owned.containsKey(number) && !held(number).hasFailed(time.now())) {
            return Reply.refused(Failure.Kind.RECONCILE, "InvalidParameterException", "Phone number not available");
        }
        own(number, claim.target());
        tagged(number, claim.tags());
        begin(number, claim.target());
        effect("claim", number);
        return Reply.ok(Samples.id(number));
    }

    @Override
    public Reply<NumberId> move(NumberId id, Target.OnConnect target, ClientToken token) {
        return change(Api.UPDATE_PHONE_NUMBER, id, token, id, number -> {
            OwnedNumber found = held(number);
            found.shown = found.target;
            found.flows.clear();
            begin(number, target);
            effect("move", number);
        });
    }

    private void begin(PhoneNumber number, Target.OnConnect target) {
        OwnedNumber found = held(number);
        found.target = target;
        found.finishedAt = time.now().plus(finishing.get());
        found.failure = failures.getOrDefault(number, "");
        if (passing.remove(number)) {
            failures.remove(number);
        }
    }

    @Override
    public Reply<Done> changeDescription(NumberId id, String description, ClientToken token) {
        return change(Api.UPDATE_PHONE_NUMBER_METADATA, id, token, DONE, number -> {
            held(number).description = description;
            begin(number, held(number).target);
            effect("update", number);
        });
    }

    @Override
    public Reply<Done> tag(NumberId id, Map<String, String> tags) {
        return repeatable(Api.TAG_RESOURCE, id, number -> retag(number, new Tags.Change(tags, Set.of()), "tag"));
    }

    @Override
    public Reply<Done> untag(NumberId id, Set<String> keys) {
        return repeatable(Api.UNTAG_RESOURCE, id, number -> retag(number, new Tags.Change(Map.of(), keys), "untag"));
    }

    private void retag(PhoneNumber number, Tags.Change change, String what) {
        tagged(number, held(number).tags.with(change));
        effect(what, number);
    }

    @Override
    public Reply<Done> release(NumberId id, ClientToken token) {
        return change(Api.RELEASE_PHONE_NUMBER, id, token, DONE, number -> {
            owned.remove(number);
            effect("release", number);
        });
    }

    @Override
    public Reply<Done> attachFlow(NumberId id, String instanceId, String flowId) {
        return repeatable(Api.ASSOCIATE_CONTACT_FLOW, id, number -> {
            held(number).flows.put(instanceId, flowId);
            effect("attach", number);
        });
    }

    @Override
    public Reply<Done> detachFlow(NumberId id, String instanceId) {
        return repeatable(Api.DISASSOCIATE_CONTACT_FLOW, id, number -> {
            held(number).flows.remove(instanceId);
            effect("detach", number);
        });
    }

    @Override
    public Reply<Optional<Described>> describe(NumberId id) {
        return wire.call(
                Api.DESCRIBE_PHONE_NUMBER,
                numbers(id),
                () -> Reply.ok(number(id).map(this::described)));
    }

    @Override
    public Reply<Page<Held>> list(Query query, Optional<String> next) {
        return listed(
                Api.LIST_PHONE_NUMBERS_V2,
                query.like().stream().toList(),
                next,
                () -> owned.entrySet().stream()
                        .filter(entry -> isListed(entry.getValue(), query))
                        .map(entry -> held(entry.getKey(), entry.getValue().target)));
    }

    @Override
    public Reply<Page<FlowAssociation>> listFlowAssociations(String instanceId, Optional<String> next) {
        return listed(
                Api.LIST_FLOW_ASSOCIATIONS,
                List.of(),
                next,
                () -> owned.entrySet().stream()
                        .filter(entry -> entry.getValue().flows.containsKey(instanceId))
                        .map(entry -> new FlowAssociation(
                                Samples.id(entry.getKey()).arn(),
                                entry.getValue().flows.get(instanceId))));
    }

    /// @param all asked for when the request arrives
    private <T> Reply<Page<T>> listed(
            Api api, List<PhoneNumber> about, Optional<String> next, Supplier<Stream<T>> all) {
        return wire.call(api, about, () -> Reply.ok(Paging.page(all.get().toList(), pageSize, next)));
    }

    @Override
    public Reply<Optional<String>> flowOf(NumberId id, String instanceId) {
        return wire.call(
                Api.BATCH_GET_FLOW_ASSOCIATION,
                numbers(id),
                () -> Reply.ok(number(id).map(number -> held(number).flows.get(instanceId))));
    }

    @Override
    public Reply<Page<Flow>> listFlows(String instanceId, Optional<String> next) {
        return listed(
                Api.LIST_CONTACT_FLOWS, List.of(), next, () -> flows.getOrDefault(instanceId, List.of()).stream());
    }

    @Override
    public Reply<Optional<Place>> find(Target.OnConnect target) {
        Api api = target instanceof Target.Instance ? Api.DESCRIBE_INSTANCE : Api.DESCRIBE_TRAFFIC_DISTRIBUTION_GROUP;
        String status = statuses.getOrDefault(target.id(), "ACTIVE");
        Optional<Place> place = status.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(target.arn().orElse(""), status));
        return wire.call(api, List.of(), () -> Reply.ok(place));
    }

    /// A group's numbers are listed only with the group, and no list shows a claim that failed.
    private boolean isListed(OwnedNumber found, Query query) {
        boolean atGroup = found.target instanceof Target.TrafficDistributionGroup;
        boolean wanted = query.at().map(found.target::equals).orElse(!atGroup);
        return wanted && !found.hasFailed(time.now());
    }

    private Described described(PhoneNumber number) {
        OwnedNumber found = held(number);
        boolean old = showsOldTarget && !found.isFinished(time.now());
        return new Described(
                held(number, old ? found.shown : found.target),
                found.tags,
                old ? ClaimStatus.CLAIMED : found.status(time.now()),
                found.isFinished(time.now()) ? found.failure : "");
    }

    private Held held(PhoneNumber number, Target.OnConnect target) {
        return new Held(number, Samples.id(number), target.arn().orElseThrow(), held(number).description);
    }

    private <T> Reply<T> change(Api api, NumberId id, ClientToken token, T answer, Consumer<PhoneNumber> effect) {
        return wire.call(api, numbers(id), () -> memory.once(token, answer, () -> on(id, answer, effect)));
    }

    private Reply<Done> repeatable(Api api, NumberId id, Consumer<PhoneNumber> effect) {
        return wire.call(api, numbers(id), () -> on(id, DONE, effect));
    }

    private <T> Reply<T> on(NumberId id, T answer, Consumer<PhoneNumber> effect) {
        Optional<PhoneNumber> number = number(id);
        if (number.isEmpty()) {
            return Reply.refused(Failure.Kind.ROW, "ResourceNotFoundException", "Phone number not found");
        }
        effect.accept(number.get());
        return Reply.ok(answer);
    }

    private OwnedNumber held(PhoneNumber number) {
        return Optional.ofNullable(owned.get(number)).orElseThrow();
    }

    private Optional<PhoneNumber> number(NumberId id) {
        return owned.keySet().stream()
                .filter(number -> Samples.id(number).id().equals(id.id()))
                .findFirst();
    }

    /// The number that an id stands for, held or not, so that scripts and logs can name it.
    private static List<PhoneNumber> numbers(NumberId id) {
        return List.of(new PhoneNumber("+" + id.id().substring(id.id().length() - 11)));
    }

    private void effect(String what, PhoneNumber number) {
        effects.add(what + " " + number.e164());
        wire.took(what, number);
    }
}
