package io.numberferry.plan;

import io.numberferry.domain.Api;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Service;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Counts the calls that a plan will need, and from them the least time it can take. Not safe for several
/// threads.
public final class Estimate {
    /// The journal's writes for a row: its intent, that it was accepted, and its outcome.
    static final int WRITES_PER_ROW = 3;

    private final int perCall;
    private final Map<Api, Long> single = new EnumMap<>(Api.class);
    private final Map<Group, Long> grouped = new HashMap<>();
    private long irreversible;
    private long rows;

    /// Chime rows that go out together.
    private record Group(Api api, String target, boolean force) {}

    /// @param perCall Chime numbers in one call
    public Estimate(int perCall) {
        this.perCall = perCall;
    }

    /// Adds one item that is left to do.
    public void add(PlannedItem planned) {
        rows++;
        switch (planned.operation()) {
            case Operation.OnConnect operation -> connect(planned, operation);
            case Operation.OnChime operation -> chime(planned, operation);
        }
    }

    private void connect(PlannedItem planned, Operation.OnConnect operation) {
        if (!(planned.standing() instanceof Standing.OnConnect) && !(operation instanceof Operation.Claim)) {
            boolean told = planned.numberId().isPresent() || planned.after().isPresent();
            once(told ? Api.DESCRIBE_PHONE_NUMBER : Api.LIST_PHONE_NUMBERS_V2);
        }
        switch (operation) {
            case Operation.Claim _ -> {
                if (planned.numberId().isEmpty()) {
                    irreversible++;
                    once(Api.CLAIM_PHONE_NUMBER);
                }
                once(Api.DESCRIBE_PHONE_NUMBER);
                flow(planned);
            }
            case Operation.Move move -> {
                if (!isAt(move.target(), planned)) {
                    once(Api.UPDATE_PHONE_NUMBER);
                    once(Api.DESCRIBE_PHONE_NUMBER);
                }
                flow(planned);
            }
            case Operation.AttachFlow _ -> flow(planned);
            case Operation.DetachFlow _ -> once(Api.DISASSOCIATE_CONTACT_FLOW);
            case Operation.ChangeDetails change -> {
                once(Api.DESCRIBE_PHONE_NUMBER);
                details(planned, change);
            }
            case Operation.Release _ -> {
                irreversible++;
                once(Api.RELEASE_PHONE_NUMBER);
            }
            case Operation.Describe _ -> once(Api.DESCRIBE_PHONE_NUMBER);
        }
    }

    /// Of tags that were not read, it counts that some are to be set.
    private void details(PlannedItem planned, Operation.ChangeDetails change) {
        Operation.ChangeDetails left = change.leftFor(planned.standing());
        left.description().ifPresent(_ -> once(Api.UPDATE_PHONE_NUMBER_METADATA));
        Tags held = planned.onConnect().flatMap(Standing.OnConnect::tags).orElse(Tags.none());
        left.tags().ifPresent(wanted -> tags(held.to(wanted)));
    }

    private void tags(Tags.Change change) {
        if (!change.set().isEmpty()) {
            once(Api.TAG_RESOURCE);
        }
        if (!change.removed().isEmpty()) {
            once(Api.UNTAG_RESOURCE);
        }
    }

    private void chime(PlannedItem planned, Operation.OnChime operation) {
        switch (operation) {
            case Operation.Associate associate ->
                group(associate.target().associating(), associate.target(), associate.force());
            case Operation.Disassociate leave -> group(leave.target().disassociating(), leave.target(), false);
            case Operation.Update update ->
                (planned.standing() instanceof Standing.OnChime held ? update.lackingOn(held) : Optional.of(update))
                        .ifPresent(this::details);
        }
    }

    private void details(Operation.Update update) {
        update.productType().ifPresent(_ -> detail("product_type"));
        update.callingName().ifPresent(_ -> detail("calling_name"));
        update.name().ifPresent(_ -> detail("name"));
    }

    /// Calls per API, without retries.
    public Map<Api, Long> calls() {
        Map<Api, Long> calls = new EnumMap<>(single);
        grouped.forEach((group, rows) -> {
            long alone = group.api() == Api.BATCH_UPDATE_CHIME_NUMBERS ? alone(rows) : 0;
            add(calls, group.api(), Math.ceilDiv(rows - alone, perCall));
            add(calls, Api.UPDATE_CHIME_NUMBER, alone);
        });
        return calls;
    }

    /// How many of the rows go out alone: a detail of one number has a call of its own.
    private long alone(long rows) {
        if (perCall == 1) {
            return rows;
        }
        return rows % perCall == 1 ? 1 : 0;
    }

    private static void add(Map<Api, Long> calls, Api api, long count) {
        if (count > 0) {
            calls.merge(api, count, Long::sum);
        }
    }

    /// The least time the calls can take: that of the slowest API, since the others run beside it. A bucket
    /// that is full at the start gives the first burst for nothing.
    public Duration least(Function<Api, Quota> quotas) {
        return Arrays.stream(Service.values())
                .map(service -> least(quotas, service))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration least(Function<Api, Quota> quotas, Service service) {
        return calls().entrySet().stream()
                .filter(entry -> entry.getKey().service() == service)
                .map(entry -> least(entry.getValue(), quotas.apply(entry.getKey())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /// What it costs to carry the plan out, without the price of the numbers.
    public Cost cost(Function<Api, Quota> quotas) {
        Duration workers = Duration.ZERO;
        for (Service service : Service.values()) {
            workers = workers.plus(least(quotas, service));
        }
        return Cost.of(workers, rows);
    }

    /// Rows that cannot be undone.
    public long irreversible() {
        return irreversible;
    }

    private static Duration least(long calls, Quota quota) {
        double seconds = Math.max(0, calls - quota.burst()) / quota.ratePerSecond();
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static boolean isAt(Target.OnConnect target, PlannedItem planned) {
        return planned.standing() instanceof Standing.OnConnect held && target.is(held.targetArn());
    }

    private void flow(PlannedItem planned) {
        if (planned.flowId().isPresent()) {
            once(Api.ASSOCIATE_CONTACT_FLOW);
        }
    }

    private void detail(String name) {
        grouped.merge(new Group(Api.BATCH_UPDATE_CHIME_NUMBERS, name, false), 1L, Long::sum);
    }

    private void group(Api api, Target target, boolean force) {
        grouped.merge(new Group(api, target.id(), force), 1L, Long::sum);
    }

    private void once(Api api) {
        single.merge(api, 1L, Long::sum);
    }
}
