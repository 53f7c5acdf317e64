package io.numberferry.apply;

import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.throttle.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A worker is at work for up to a quarter of an hour: who watches wants to see what it does meanwhile.
class MeteringTest {
    /// Connect's default: 300 claims take two minutes and a half.
    private static final Quota QUOTA = new Quota(2, 5);

    private static final List<PlannedItem> ROWS =
            IntStream.range(2, 302).mapToObj(line -> row(line, claim(OREGON))).toList();

    private final World world = new World().withQuotas(new Quotas(QUOTA, QUOTA, Map.of()));
    private final List<Told> told = new ArrayList<>();

    private record Told(Instant at, Map<Api, CallCount> calls, int rows) {}

    @Test
    void aWorkerTellsEachMinuteWhatItDidAndAtItsEndTheRest() throws InterruptedException {
        Instant begin = world.time.now();
        work(Duration.ofHours(1));

        assertThat(told).hasSize(3);
        assertThat(told.stream().map(what -> Duration.between(begin, what.at()).toMinutes()))
                .containsExactly(1L, 2L, 2L);
        assertThat(told).allSatisfy(what -> assertThat(what.rows()).isBetween(50, 130));
    }

    @Test
    void whatItTellsAddsUpToWhatItDid() throws InterruptedException {
        work(Duration.ofHours(1));
        Map<Api, CallCount> calls = new EnumMap<>(Api.class);
        told.forEach(what -> what.calls().forEach((api, count) -> calls.merge(api, count, CallCount::plus)));

        assertThat(calls).isEqualTo(world.calls(Service.CONNECT));
        assertThat(told.stream().mapToInt(Told::rows).sum()).isEqualTo(ROWS.size());
    }

    @Test
    void rowsThatAnEarlierWorkerEndedAreNotToldAgain() throws InterruptedException {
        work(Duration.ofMinutes(2));
        int earlier = told.stream().mapToInt(Told::rows).sum();
        told.clear();
        work(Duration.ofHours(1));

        assertThat(earlier).isBetween(1, ROWS.size() - 1);
        assertThat(told.stream().mapToInt(Told::rows).sum()).isEqualTo(ROWS.size() - earlier);
    }

    @Test
    void whoDidNothingTellsNothing() throws InterruptedException {
        work(Duration.ofHours(1));
        told.clear();
        work(Duration.ofHours(1));

        assertThat(told).isEmpty();
    }

    private void work(Duration limit) throws InterruptedException {
        Instant deadline = world.time.now().plus(limit);
        Meter meter = (job, calls, rows) -> {
            assertThat(job).isEqualTo(Samples.batch(Service.CONNECT, 1).job());
            told.add(new Told(world.time.now(), calls, rows));
        };
        world.time.run(() -> world.applier(meter).apply(World.batch(ROWS), "worker", deadline));
    }
}
