package io.numberferry.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.numberferry.domain.Quota;
import io.numberferry.throttle.Simulation.Rival;
import io.numberferry.throttle.Simulation.Run;
import io.numberferry.throttle.Simulation.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How close to the quota the pace comes, in hours of simulated traffic.
///
/// In order of importance: no row is given up because of throttling; few calls are throttled; the last call
/// is admitted soon after it could have been. The report is checked in, so that a change of policy shows as a
/// readable difference. What was found instead is kept in `tests/target/throttle`; to accept it, copy it
/// over.
class PaceReportTest {
    private static final Path WANTED = Path.of("tests/src/test/resources/throttle/pace.txt");
    private static final Path FOUND = Path.of("tests/target/throttle/pace.txt");

    private static final Quota SLOW = new Quota(2, 5);
    private static final Quota FAST = new Quota(50, 125);
    private static final int[] LATENCIES = {50, 200, 900, 1500};

    private static final Map<Scenario, Run> RUNS = new LinkedHashMap<>();

    @BeforeAll
    static void runAll() throws InterruptedException {
        for (Scenario scenario : scenarios()) {
            RUNS.put(scenario, Simulation.run(scenario));
        }
    }

    @Test
    void theReportIsTheOneThatIsCheckedIn() throws IOException {
        String report = report();
        Files.createDirectories(FOUND.getParent());
        Files.writeString(FOUND, report);
        assertThat(report).isEqualTo(Files.readString(WANTED));
    }

    @Test
    void aQuotaOfItsOwnIsUsedAlmostWholly() {
        assertThat(run(own(SLOW, 10, 200)).ratio()).isLessThanOrEqualTo(1.15);
        assertThat(run(own(SLOW, 200, 200)).ratio()).isLessThanOrEqualTo(1.02);
        assertThat(run(own(SLOW, 1000, 200)).ratio()).isLessThanOrEqualTo(1.02);
        // 0.16 s of slack for a burst that arrives late are 0.009 of its 17.5 s.
        assertThat(run(own(FAST, 1000, 200)).ratio()).isLessThanOrEqualTo(1.03);
    }

    @Test
    void aQuotaOfItsOwnIsNeverOverrun() {
        assertThat(RUNS.values())
                .filteredOn(run -> run.scenario().rival().equals(Rival.NOBODY))
                .hasSizeGreaterThan(20)
                .allMatch(run -> run.throttled() == 0);
    }

    @Test
    void aRivalCostsFewThrottlesAndLittleTime() {
        assertThat(List.of(run(rival(SLOW, 1000)), run(rival(FAST, 5000))))
                .allMatch(run -> run.throttledPerSuccess() < 0.01)
                .allMatch(run -> run.ratio() <= 1.10);
    }

    @Test
    void everyCallIsAdmittedInTheEnd() {
        assertThat(RUNS.values())
                .allMatch(run -> run.admitted() == run.scenario().calls());
    }

    @Test
    void latencyDoesNotMatter() {
        double usual = run(own(SLOW, 1000, 200)).ratio();
        for (int latency : LATENCIES) {
            assertThat(run(own(SLOW, 1000, latency)).ratio()).isCloseTo(usual, within(0.03));
            assertThat(run(own(FAST, 5000, latency)).ratio()).isCloseTo(usual, within(0.03));
        }
    }

    private static List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (int calls : new int[] {10, 200, 1000}) {
            for (int latency : LATENCIES) {
                scenarios.add(own(SLOW, calls, latency));
            }
        }
        for (int calls : new int[] {1000, 5000}) {
            for (int latency : LATENCIES) {
                scenarios.add(own(FAST, calls, latency));
            }
        }
        for (int calls : new int[] {10, 200, 1000}) {
            scenarios.add(scenario("cold", SLOW, calls, 200, Rival.NOBODY));
        }
        scenarios.add(scenario("cold", FAST, 1000, 200, Rival.NOBODY));
        scenarios.add(rival(SLOW, 1000));
        scenarios.add(rival(FAST, 5000));
        scenarios.add(scenario("storm of a minute", SLOW, 1000, 200, new Rival(1, 100, 160)));
        scenarios.add(scenario("storm of a minute", FAST, 5000, 200, new Rival(1, 20, 80)));
        return scenarios;
    }

    private static Scenario own(Quota quota, int calls, int latency) {
        return scenario("own", quota, calls, latency, Rival.NOBODY);
    }

    /// Half of the quota goes to someone else for the middle third of the run.
    private static Scenario rival(Quota quota, int calls) {
        double alone = (calls - quota.burst()) / quota.ratePerSecond();
        return scenario("rival", quota, calls, 200, new Rival(0.5, alone / 3, alone * 2 / 3));
    }

    private static Scenario scenario(String name, Quota quota, int calls, int latency, Rival rival) {
        Duration cold = Duration.ofMillis(name.equals("cold") ? 700 : 0);
        return new Scenario(
                name, quota, calls, Duration.ofMillis(latency), Duration.ofMillis(latency / 4), cold, rival);
    }

    private static Run run(Scenario scenario) {
        return Optional.ofNullable(RUNS.get(scenario)).orElseThrow();
    }

    private static String report() {
        StringBuilder report = new StringBuilder("""
                Calls through a Pacer against a service that keeps its quota strictly.
                own: nobody else uses the quota. cold: the first call takes 0.7 s longer on its way.
                rival: someone takes half of the quota for the middle third. storm: everything is refused for a while.
                bound: seconds from the first arrival to the last admission that it must take. over: the factor above it.

                """);
        report.append("%-18s %9s %6s %9s %8s %9s %6s %10s\n"
                .formatted("scenario", "quota", "calls", "latency", "bound", "makespan", "over", "throttled"));
        RUNS.values().forEach(run -> report.append(line(run)).append('\n'));
        return report.toString();
    }

    private static String line(Run run) {
        Scenario scenario = run.scenario();
        Quota quota = scenario.quota();
        return String.format(
                Locale.ROOT,
                "%-18s %9s %6d %6d ms %6.1f s %7.1f s %6.3f %10.4f",
                scenario.name(),
                "%.0f/s %d".formatted(quota.ratePerSecond(), quota.burst()),
                scenario.calls(),
                scenario.latency().toMillis(),
                run.bound(),
                run.makespan(),
                run.ratio(),
                run.throttledPerSuccess());
    }
}
