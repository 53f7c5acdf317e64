package io.numberferry.apply;

import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever the moment at which a worker dies, those after it finish the batch, and nothing takes effect
/// twice.
class KilledWorkerTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Test
    void aKillAtAnyMomentDoublesNoEffectOnConnect() throws InterruptedException {
        for (long millis = 0; millis < LONGEST.toMillis(); millis += 100) {
            World world = connectWorld(VirtualTime.inOrder());
            world.workAndKillAt(Duration.ofMillis(millis), connectRows());
            finish(world, connectRows(), "killed after " + millis + " ms");
        }
    }

    @Test
    void killsOneAfterTheOtherDoubleNoEffectOnConnect() throws InterruptedException {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            World world = connectWorld(VirtualTime.shuffled(random));
            for (int kill = 1; kill <= 4; kill++) {
                world.workAndKillAt(Duration.ofMillis(random.nextLong(4_000)), connectRows());
            }
            finish(world, connectRows(), "seed " + seed);
        }
    }

    @Test
    void aServiceThatForgetsTokensIsAskedBeforeAnythingIsRepeated() throws InterruptedException {
        for (long millis = 0; millis < LONGEST.toMillis(); millis += 100) {
            World world = connectWorld(VirtualTime.inOrder());
            world.connect.forgetsTokens();
            world.workAndKillAt(Duration.ofMillis(millis), connectRows());
            finish(world, connectRows(), "killed after " + millis + " ms");
        }
    }

    @Test
    void aKillDuringTheSecondClaimKeepsTheHourOfTheFirst() throws InterruptedException {
        int renewed = 0;
        for (long millis = 30_500; millis < 33_000; millis += 50) {
            World world = new World();
            world.connect.failsLater(number(0), "regulatory check failed");
            List<PlannedItem> claim = List.of(row(2, Samples.claim(OREGON)));
            world.workAndKillAt(Duration.ofMillis(millis), claim);
            String first = world.entries().getFirst().earlierFailure();
            renewed += first.isEmpty() ? 0 : 1;
            world.work(claim);

            assertThat(world.outcome(2).message())
                    .as("killed after " + millis + " ms")
                    .startsWith(first)
                    .contains("seen at ", "claimed once more, and: ");
        }
        assertThat(renewed).isPositive();
    }

    @Test
    void aKillAtAnyMomentLosesNoChimeRow() throws InterruptedException {
        for (long millis = 0; millis < 3_000; millis += 100) {
            World world = new World();
            for (int n = 0; n < 12; n++) {
                world.chime.hold(number(n), FakeChime.FREE);
            }
            world.workAndKillAt(Duration.ofMillis(millis), chimeRows());
            world.work(chimeRows());

            assertThat(world.reasons()).as("killed after " + millis + " ms").hasSize(12);
            assertThat(world.reasons()).containsOnly(Reason.DONE, Reason.DONE_PENDING);
        }
    }

    private static void finish(World world, List<PlannedItem> rows, String when) throws InterruptedException {
        world.work(rows);

        assertThat(world.reasons()).as(when).hasSize(rows.size());
        assertThat(world.reasons())
                .as(when)
                .allMatch(reason -> reason == Reason.DONE || reason == Reason.DONE_WITHOUT_FLOW);
        assertThat(world.connect.effects().stream()
                        .filter(effect -> effect.startsWith("claim") || effect.startsWith("release"))
                        .toList())
                .as(when)
                .hasSize(8)
                .doesNotHaveDuplicates();
        assertThat(world.connect.effects().stream().filter(effect -> effect.startsWith("move")))
                .as(when)
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    private static World connectWorld(VirtualTime time) {
        World world = new World(time).withQuotas(Quotas.defaults());
        for (int n = 6; n < 20; n++) {
            world.connect.own(number(n), OREGON, "another-flow");
            world.connect.tagged(number(n), Samples.tags("team", "support", "shift", "day"));
        }
        return world;
    }

    private static List<PlannedItem> connectRows() {
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < 8; line++) {
            rows.add(row(line, line % 2 == 0 ? Samples.claim(OREGON) : Samples.claimWithFlow(OREGON)));
        }
        for (int line = 8; line < 11; line++) {
            rows.add(standingAt(row(line, Samples.moveWithFlow(OHIO)), OREGON));
        }
        rows.add(standingAt(row(11, Samples.release()), OREGON));
        rows.add(row(12, Samples.release()));
        rows.add(standingAt(row(13, Samples.attachFlow(OREGON)), OREGON));
        rows.add(standingAt(row(14, Samples.detachFlow(OREGON)), OREGON));
        rows.add(standingAt(row(15, Samples.describeAs("Front desk")), OREGON));
        rows.add(after(2, row(16, number(0), Samples.move(OHIO))));
        rows.add(after(16, row(17, number(0), Samples.describeAs("moved"))));
        rows.add(standingAt(row(18, Samples.tagAs("team", "sales")), OREGON));
        return rows;
    }

    private static List<PlannedItem> chimeRows() {
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < 8; line++) {
            rows.add(row(line, Samples.associate(NORTH)));
        }
        for (int line = 8; line < 14; line++) {
            rows.add(row(line, Samples.allDetails()));
        }
        return rows;
    }
}
