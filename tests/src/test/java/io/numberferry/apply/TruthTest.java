package io.numberferry.apply;

import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.SOUTH;
import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Status;
import io.numberferry.domain.Tags;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever goes wrong, and whoever is killed: every row ends, nothing takes effect twice, what is said to be done
/// is done, and what is said not to be done is not.
class TruthTest {
    private static final Tags TAGGED = Samples.tags("team", "support", "shift", "day");
    private static final int SEEDS = 150;
    private static final int MOST_WORKERS = 60;

    @Test
    void theJournalTellsTheTruthAboutConnect() throws InterruptedException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            World world = new World(VirtualTime.shuffled(random));
            List<PlannedItem> rows = connectRows(world);
            world.connect.wire().chance(() -> fault(random, 0.3));
            workThrough(world, rows, random);

            assertThat(world.connect.effects().stream()
                            .filter(effect -> effect.matches("(claim|move|release) .*"))
                            .toList())
                    .as("seed " + seed)
                    .doesNotHaveDuplicates();
            for (PlannedItem row : rows) {
                String told = "seed " + seed + ", " + row.operation().word() + ": " + world.outcome(row.line());
                assertTrue(told, world.outcome(row.line()), isDone(world.connect, row));
                assertTagsAreToldOf(told, world.outcome(row.line()), world.connect.tagsOf(row.number()), row);
            }
        }
    }

    @Test
    void theJournalTellsTheTruthAboutChime() throws InterruptedException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            World world = new World(VirtualTime.shuffled(random)).withChimePerCall(4);
            List<PlannedItem> rows = chimeRows(world);
            world.chime.wire().chance(() -> fault(random, 0.3));
            workThrough(world, rows, random);

            for (PlannedItem row : rows) {
                String told = "seed " + seed + ", " + row.operation().word() + ": " + world.outcome(row.line());
                assertTrue(told, world.outcome(row.line()), isDone(world.chime, row));
            }
        }
    }

    /// Worker after worker, some of them killed, until none is needed.
    private static void workThrough(World world, List<PlannedItem> rows, Random random) throws InterruptedException {
        for (int worker = 1; worker <= MOST_WORKERS; worker++) {
            if (random.nextInt(3) == 0) {
                world.workAndKillAt(Duration.ofMillis(random.nextLong(20_000)), rows);
            } else if (world.work(World.batch(rows), Duration.ofMinutes(14)).remaining() == 0) {
                return;
            }
        }
        throw new AssertionError("the work does not end");
    }

    /// @param done whether the services hold what the row wants
    private static void assertTrue(String told, Outcome outcome, boolean done) {
        boolean partly = outcome.reason() == Reason.FLOW_NOT_ATTACHED || outcome.reason() == Reason.PARTLY_DONE;
        switch (outcome.status()) {
            case SUCCEEDED -> assertThat(done).as(told).isTrue();
            case FAILED, NOT_ATTEMPTED -> assertThat(done && !partly).as(told).isFalse();
            case UNKNOWN -> {}
            case UNCHANGED, REJECTED, DUPLICATE -> throw new AssertionError(told);
        }
        assertThat(outcome.attempts()).as(told).isLessThan(200);
        assertThat(outcome.status() == Status.NOT_ATTEMPTED && outcome.attempts() > 0)
                .as(told)
                .isFalse();
    }

    /// A row that says that it has changed nothing has changed no tag either.
    private static void assertTagsAreToldOf(String told, Outcome outcome, Optional<Tags> tags, PlannedItem row) {
        boolean nothing = outcome.status() == Status.NOT_ATTEMPTED
                || (outcome.status() == Status.FAILED && outcome.reason() != Reason.PARTLY_DONE);
        if (nothing
                && row.operation() instanceof Operation.ChangeDetails change
                && change.tags().isPresent()) {
            assertThat(tags).as(told).contains(TAGGED);
        }
    }

    private static boolean isDone(FakeConnect connect, PlannedItem row) {
        PhoneNumber number = row.number();
        return switch (row.operation()) {
            case Operation.Claim claim -> connect.targetOf(number).equals(Optional.of(claim.target()));
            case Operation.Move move -> connect.targetOf(number).equals(Optional.of(move.target()));
            case Operation.AttachFlow _ -> connect.flowOf(number, OREGON).equals(row.flowId());
            case Operation.DetachFlow _ -> connect.flowOf(number, OREGON).isEmpty();
            case Operation.ChangeDetails change ->
                (change.description().isEmpty() || connect.descriptionOf(number).equals(change.description()))
                        && (change.tags().isEmpty() || connect.tagsOf(number).equals(change.tags()));
            case Operation.Release _ -> connect.targetOf(number).isEmpty();
            case Operation.Describe _, Operation.OnChime _ -> throw new AssertionError(row);
        };
    }

    private static boolean isDone(FakeChime chime, PlannedItem row) {
        return switch (row.operation()) {
            case Operation.Associate(var target, boolean _) ->
                chime.standing(row.number()).association().equals(Optional.of(target.id()));
            case Operation.Disassociate(var target) ->
                !chime.standing(row.number()).association().equals(Optional.of(target.id()));
            case Operation.Update update ->
                update.lackingOn(chime.standing(row.number())).isEmpty();
            case Operation.OnConnect _ -> throw new AssertionError(row);
        };
    }

    private static Optional<Fault> fault(Random random, double probability) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        return Optional.of(
                switch (random.nextInt(8)) {
                    case 0, 1 -> Fault.throttled();
                    case 2, 3 -> new Fault.RequestLost();
                    case 4, 5 -> new Fault.AnswerLost();
                    case 6 -> Fault.refusal(Kind.RECONCILE, "ConflictException");
                    default -> random.nextBoolean() ? Fault.denied() : Fault.refusal(Kind.ROW, "Unprocessable");
                });
    }

    private static List<PlannedItem> connectRows(World world) {
        List<PlannedItem> rows = new ArrayList<>();
        for (int line = 2; line < 8; line++) {
            rows.add(row(line, line % 2 == 0 ? Samples.claim(OREGON) : Samples.claimWithFlow(OREGON)));
        }
        for (int line = 8; line < 12; line++) {
            world.connect.own(number(line - 2), OREGON, "another-flow");
            rows.add(standingAt(row(line, line % 2 == 0 ? Samples.move(OHIO) : Samples.moveWithFlow(OHIO)), OREGON));
        }
        List<Operation> changes = List.of(
                Samples.release(),
                Samples.release(),
                Samples.attachFlow(OREGON),
                Samples.detachFlow(OREGON),
                Samples.describeAs("Front desk"),
                Samples.tagAs("team", "sales"),
                Samples.tagAs("team", "sales"),
                new Operation.ChangeDetails(
                        Optional.empty(), Optional.of("Front desk"), Optional.of(Samples.tags("team", "sales"))));
        for (int line = 12; line < 20; line++) {
            world.connect.own(number(line - 2), OREGON, "another-flow");
            world.connect.tagged(number(line - 2), TAGGED);
            PlannedItem row = row(line, changes.get(line - 12));
            rows.add(line % 2 == 0 ? standingAt(row, OREGON) : row);
        }
        rows.add(after(2, row(20, number(0), Samples.describeAs("after its claim"))));
        return rows;
    }

    private static List<PlannedItem> chimeRows(World world) {
        List<PlannedItem> rows = new ArrayList<>();
        for (int n = 0; n < 16; n++) {
            world.chime.hold(number(n), n < 12 ? FakeChime.FREE : FakeChime.at(FakeChime.FREE, SOUTH));
        }
        for (int line = 2; line < 10; line++) {
            rows.add(row(line, Samples.associate(line % 3 == 0 ? SOUTH : NORTH)));
        }
        for (int line = 10; line < 14; line++) {
            rows.add(row(line, Samples.allDetails()));
        }
        for (int line = 14; line < 18; line++) {
            rows.add(row(line, Samples.disassociate(SOUTH)));
        }
        assertThat(new HashSet<>(rows)).hasSize(16);
        return rows;
    }
}
