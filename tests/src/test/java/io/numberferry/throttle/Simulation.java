package io.numberferry.throttle;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/// One run of calls through a [Pacer] against a service that keeps its quota strictly: as a lane sends them,
/// each when its turn comes, and again when it was throttled.
final class Simulation {
    private static final Api API = Api.CLAIM_PHONE_NUMBER;
    private static final Instant NEVER = VirtualTime.START.plus(Duration.ofDays(30));

    /// What is simulated.
    ///
    /// @param latency how long a call takes, there and back; each takes half as long to one and a half times
    /// @param jitter how much longer a call takes on its way there, at most
    /// @param cold how much longer the first call takes on its way there
    /// @param rival who else uses the quota
    record Scenario(
            String name, Quota quota, int calls, Duration latency, Duration jitter, Duration cold, Rival rival) {}

    /// Someone else who uses the quota for a part of the run, or a service that refuses everything for a
    /// part of it.
    ///
    /// @param share of the rate; a share of 1 or more refuses everything
    /// @param from seconds after the start
    /// @param until seconds after the start
    record Rival(double share, double from, double until) {
        static final Rival NOBODY = new Rival(0, 0, 0);

        boolean isStorm() {
            return share >= 1;
        }
    }

    /// What came out.
    ///
    /// @param makespan seconds from the first call's arrival to the last admission
    /// @param bound seconds that it must take, given what the rival got
    record Run(Scenario scenario, double makespan, double bound, int admitted, int throttled) {
        double ratio() {
            return makespan / bound;
        }

        double throttledPerSuccess() {
            return (double) throttled / admitted;
        }
    }

    private final Scenario scenario;
    private final VirtualTime time = VirtualTime.inOrder();
    private final ServiceBucket service;
    private final Pacer pacer;
    private final Random random = new Random(1);
    private boolean warm;
    private int admitted;
    private int throttled;
    private int lostToRival;
    private Instant first = NEVER;
    private Instant last = VirtualTime.START;

    private Simulation(Scenario scenario) {
        this.scenario = scenario;
        this.service = new ServiceBucket(scenario.quota());
        this.pacer =
                new Pacer(new InMemoryQuotaStore(), new Quotas(scenario.quota(), scenario.quota(), Map.of()), time);
    }

    static Run run(Scenario scenario) throws InterruptedException {
        Simulation simulation = new Simulation(scenario);
        simulation.time.run(simulation::lane);
        return simulation.result();
    }

    private void lane() throws InterruptedException {
        time.start(this::rival);
        pacer.expect(API, scenario.calls());
        for (int n = 0; n < scenario.calls(); n++) {
            Instant since = pacer.acquire(API, NEVER).orElseThrow();
            time.start(() -> call(since));
        }
    }

    private void call(Instant permit) throws InterruptedException {
        Instant since = permit;
        while (!send(since)) {
            since = pacer.acquire(API, NEVER).orElseThrow();
        }
    }

    private boolean send(Instant since) {
        Duration latency = Duration.ofNanos((long) (scenario.latency().toNanos() * (0.5 + random.nextDouble())));
        time.pass(latency.dividedBy(2).plus(extra()));
        first = time.now().isBefore(first) ? time.now() : first;
        boolean admits = !isStorm() && service.admits(time.now());
        if (admits) {
            admitted++;
            last = time.now();
        } else {
            throttled++;
        }
        time.pass(latency.dividedBy(2));
        pacer.learn(API, since, admits ? Feedback.SUCCEEDED : Feedback.THROTTLED);
        return admits;
    }

    private Duration extra() {
        Duration cold = warm ? Duration.ZERO : scenario.cold();
        warm = true;
        long jitter = scenario.jitter().toNanos();
        return cold.plusNanos(jitter == 0 ? 0 : random.nextLong(jitter));
    }

    private boolean isStorm() {
        double now = seconds();
        Rival rival = scenario.rival();
        return rival.isStorm() && now >= rival.from() && now < rival.until();
    }

    private void rival() {
        Rival rival = scenario.rival();
        if (rival.share() == 0 || rival.isStorm()) {
            return;
        }
        time.pass(Duration.ofNanos((long) (rival.from() * 1e9)));
        while (seconds() < rival.until()) {
            lostToRival += service.admits(time.now()) ? 1 : 0;
            double interval = 1e9 / (scenario.quota().ratePerSecond() * rival.share());
            time.pass(Duration.ofNanos((long) (interval * (0.5 + random.nextDouble()))));
        }
    }

    private double seconds() {
        return time.passed().toNanos() / 1e9;
    }

    private Run result() {
        Quota quota = scenario.quota();
        double bound = (admitted + lostToRival - quota.burst()) / quota.ratePerSecond();
        Rival rival = scenario.rival();
        double storm = rival.isStorm() ? rival.until() - rival.from() : 0;
        return new Run(
                scenario,
                Duration.between(first, last).toNanos() / 1e9,
                Math.max(0, bound) + storm,
                admitted,
                throttled);
    }
}
