package io.numberferry.simulation;

import io.numberferry.apply.FakeWire;
import io.numberferry.apply.Journal;
import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.Failure;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Status;
import io.numberferry.throttle.Life;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Sees everything that happens, and knows what must not. Shares no code with what makes the report.
final class Witness implements FakeWire.Watch {
    /// Effects that a row may have once. The others are the same when they come twice.
    private static final Set<String> ONCE = Set.of("claim", "move", "release", "associate", "update");

    private static final Set<Api> WRITES = Set.of(
            Api.CLAIM_PHONE_NUMBER,
            Api.UPDATE_PHONE_NUMBER,
            Api.UPDATE_PHONE_NUMBER_METADATA,
            Api.RELEASE_PHONE_NUMBER);

    /// Calls of one API about one number of a job.
    private static final int MOST_CALLS = 400;

    private final Town town;
    private final Trace trace;
    private final Map<JobId, Map<Integer, Wish>> wishes = new HashMap<>();
    private final Map<Life, JobId> workers = new HashMap<>();
    private final Map<Life, Instant> begun = new HashMap<>();
    private final Map<JobId, Instant> gone = new HashMap<>();
    private final Set<BatchId> taken = new HashSet<>();
    private final Map<String, Integer> effects = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final IdentityHashMap<FakeWire.Call, Instant> underWay = new IdentityHashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> intents = new HashSet<>();
    private final Map<String, Set<Long>> unsettled = new HashMap<>();
    private Optional<String> violation = Optional.empty();

    Witness(Town town, Trace trace) {
        this.town = town;
        this.trace = trace;
    }

    void expects(JobId job, List<Wish> rows) {
        Map<Integer, Wish> byLine = wishes.computeIfAbsent(job, _ -> new TreeMap<>());
        rows.forEach(wish -> byLine.put(wish.line(), wish));
    }

    void works(Life life, JobId job) {
        workers.put(life, job);
        begun.put(life, town.time().now());
    }

    /// The manifest of a job is no longer what it was.
    void overwritten(JobId job) {
        gone.put(job, town.time().now());
    }

    /// The first thing that went against the promises.
    Optional<String> violation() {
        return violation;
    }

    void violated(String what) {
        if (violation.isEmpty()) {
            trace.add("VIOLATION " + what);
            violation = Optional.of(what);
        }
    }

    List<Wish> wishes(JobId job) {
        return List.copyOf(wishes.getOrDefault(job, Map.of()).values());
    }

    /// How often a row had an effect that was not undone by the service later.
    int effects(JobId job, Wish wish) {
        return effects.getOrDefault(row(job, wish), 0);
    }

    /// Tells whether a worker has reason not to know what became of a row: a call that it sent for it got no answer,
    /// or a read about its number was refused after it was begun.
    boolean isDoubtful(JobId job, Wish wish) {
        return doubtful.contains(row(job, wish))
                || underWay.keySet().stream().anyMatch(call -> job(call).equals(job) && isOf(call, wish));
    }

    private static boolean isOf(FakeWire.Call call, Wish wish) {
        return call.numbers().contains(wish.number()) && wish.sends(call.api());
    }

    /// A row is begun, or begun anew: a claim that failed after it was accepted is another request.
    void intended(Journal.Lease lease, int line) {
        JobId job = lease.batch().job();
        wishes(job).stream()
                .filter(wish -> wish.line() == line)
                .forEach(wish -> refused.removeIf(refusal -> refusal.startsWith(lease.owner() + " " + wish.number())));
        String row = job + " line " + line;
        intents.add(row);
        unsettled.computeIfAbsent(row, _ -> new HashSet<>()).add(lease.epoch());
    }

    /// The journal says that the service accepted a row: whoever takes it over knows what was sent.
    void accepted(Journal.Lease lease, int line) {
        unsettled.remove(lease.batch().job() + " line " + line);
    }

    /// Tells whether several workers began a row, and none wrote down since that it was accepted. Whether the earlier
    /// one had sent anything, and whether that is still on its way, the later one cannot know.
    boolean wasTakenOver(JobId job, Wish wish) {
        return unsettled.getOrDefault(row(job, wish), Set.of()).size() > 1;
    }

    /// Tells whether what a row wants was so at the time its worker said it was.
    boolean held(JobId job, Wish wish) {
        return held.contains(row(job, wish));
    }

    private static String row(JobId job, Wish wish) {
        return job + " line " + wish.line();
    }

    private JobId job(FakeWire.Call call) {
        return Optional.ofNullable(workers.get(call.sender())).orElseThrow();
    }

    private static String named(FakeWire.Call call) {
        return call.sender().name() + " " + call.api() + " "
                + call.numbers().stream().map(PhoneNumber::e164).toList();
    }

    @Override
    public void sent(FakeWire.Call call) {
        trace.add("sent " + named(call));
        JobId job = job(call);
        underWay.put(call, town.time().now());
        Instant changed = gone.getOrDefault(job, Instant.MAX);
        if (call.api().writes()
                && begun.getOrDefault(call.sender(), Instant.MIN).isAfter(changed)) {
            violated("a worker that began after the manifest was replaced sent " + call.api());
        }
        for (PhoneNumber number : call.numbers()) {
            if (wishes(job).stream()
                    .noneMatch(wish -> wish.sound() && wish.number().equals(number))) {
                violated("a number was sent that is not in the file: " + number.e164());
            }
            String about = job + " " + number + " " + call.api();
            if (calls.merge(about, 1, Integer::sum) > MOST_CALLS) {
                violated("more than " + MOST_CALLS + " calls of " + about);
            }
            if (WRITES.contains(call.api()) && refused.contains(call.sender().name() + " " + number + call.api())) {
                violated("sent again after a refusal for good: " + about);
            }
        }
        town.rates().sent(call.api(), town.time().now()).ifPresent(this::violated);
    }

    @Override
    public void took(FakeWire.Call call, String what, PhoneNumber number) {
        trace.add("took " + what + " " + number.e164() + " of " + call.sender().name());
        JobId job = job(call);
        Optional<Wish> found = wishes(job).stream()
                .filter(wish -> wish.number().equals(number) && wish.does(what))
                .findFirst();
        if (found.isEmpty()) {
            violated("an effect that no row wants: " + what + " " + number.e164());
            return;
        }
        Wish wish = found.get();
        if (!isIntended(job, wish.line())) {
            violated("an effect without an intent: " + what + " of " + row(job, wish));
        }
        boolean lasts = !wish.kind().onConnect() || !town.connect().fails(number);
        if (what.equals(wish.kind().effect())) {
            int before = effects.getOrDefault(row(job, wish), 0);
            if (lasts) {
                effects.put(row(job, wish), before + 1);
            }
            if (ONCE.contains(what) && before >= 1) {
                violated(what + " took effect more than once for " + row(job, wish));
            }
        }
    }

    private boolean isIntended(JobId job, int line) {
        return taken.stream()
                .filter(batch -> batch.job().equals(job))
                .flatMap(batch -> town.journal().read(batch).stream())
                .anyMatch(entry -> entry.line() == line && entry.token().isPresent());
    }

    @Override
    public void answered(FakeWire.Call call, Reply<?> reply) {
        trace.add("answered " + named(call) + " " + said(reply));
        Instant sentAt =
                Optional.ofNullable(underWay.remove(call)).orElse(town.time().now());
        boolean heard = !call.sender().ended() && !town.time().now().isAfter(sentAt.plus(FakeWire.PATIENCE));
        wishes(job(call)).stream()
                .filter(wish -> isUnclear(call, wish, heard ? Optional.of(reply) : Optional.empty()))
                .forEach(wish -> doubtful.add(row(job(call), wish)));
        if (reply instanceof Reply.Refused<?>(Failure failure) && failure.is(Failure.Kind.ROW)) {
            call.numbers().forEach(number -> refused.add(call.sender().name() + " " + number + call.api()));
        }
    }

    /// @param reply as the sender heard it; empty when it did not
    private boolean isUnclear(FakeWire.Call call, Wish wish, Optional<Reply<?>> reply) {
        Optional<Failure> failure =
                reply.filter(Reply.Refused.class::isInstance).map(refused -> ((Reply.Refused<?>) refused).failure());
        if (isOf(call, wish)) {
            return reply.isEmpty()
                    || failure.filter(found -> found.is(Failure.Kind.TRANSIENT)).isPresent();
        }
        boolean isReadAbout = !call.api().writes()
                && (call.numbers().isEmpty() || call.numbers().contains(wish.number()));
        boolean failed = reply.isEmpty()
                ? !call.sender().ended()
                : failure.filter(found -> !found.is(Failure.Kind.THROTTLED)).isPresent();
        return isReadAbout && failed && intents.contains(row(job(call), wish));
    }

    private static String said(Reply<?> reply) {
        return reply instanceof Reply.Refused<?>(Failure failure) ? failure.kind() + " " + failure.code() : "ok";
    }

    void took(Journal.Lease lease) {
        trace.add("take " + lease);
        taken.add(lease.batch());
        long before = epochs.getOrDefault(lease.batch().key(), 0L);
        if (lease.epoch() <= before) {
            violated("epoch " + lease.epoch() + " after " + before);
        }
        epochs.put(lease.batch().key(), lease.epoch());
    }

    /// @param done whether the journal says it wrote
    void wrote(Journal.Lease lease, String what, int line, boolean done) {
        trace.add(what + " line " + line + " epoch " + lease.epoch() + " of " + lease.owner() + ": " + done);
        String row = lease.batch().key() + " line " + line;
        long before = epochs.getOrDefault(row, 0L);
        if (done && lease.epoch() < before) {
            violated(what + " of epoch " + lease.epoch() + " won over " + before + " at " + row);
        }
        if (done) {
            epochs.put(row, lease.epoch());
        }
    }

    void ended(Journal.Lease lease, int line, Outcome outcome) {
        JobId job = lease.batch().job();
        trace.add("ended line " + line + " " + outcome.reason());
        Wish wish = Optional.ofNullable(wishes.getOrDefault(job, Map.of()).get(line))
                .orElseThrow();
        if (outcome.status() == Status.SUCCEEDED) {
            if (town.isAsWanted(wish)) {
                held.add(row(job, wish));
            } else {
                violated("SUCCEEDED is not true of " + row(job, wish));
            }
        }
    }
}
