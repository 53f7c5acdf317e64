package io.numberferry.throttle;

import static io.numberferry.throttle.VirtualTime.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.apply.Strands.Strand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
    private final VirtualTime time = VirtualTime.inOrder();
    private final List<String> seen = new ArrayList<>();

    @Test
    void timePassesOnlyByWaiting() throws InterruptedException {
        time.run(() -> {
            see("begins");
            time.pass(Duration.ofHours(2));
            see("ends");
        });

        assertThat(seen).containsExactly("begins at PT0S", "ends at PT2H");
    }

    @Test
    void theStrandWithTheEarliestInstantGoesOn() throws InterruptedException {
        time.run(() -> {
            waiter("late", 3);
            waiter("early", 1);
            waiter("between", 2);
        });

        assertThat(seen).containsExactly("early at PT1S", "between at PT2S", "late at PT3S");
    }

    @Test
    void strandsOfOneInstantGoOnInTheOrderOfTheirStart() throws InterruptedException {
        time.run(() -> {
            waiter("first", 1);
            waiter("second", 1);
            waiter("third", 1);
        });

        assertThat(seen).containsExactly("first at PT1S", "second at PT1S", "third at PT1S");
    }

    @Test
    void aSeedShufflesStrandsOfOneInstant() throws InterruptedException {
        assertThat(shuffled(1)).isEqualTo(shuffled(1)).isNotEqualTo(shuffled(2));
    }

    @Test
    void aStrandStartsOnlyWhenItsStarterWaits() throws InterruptedException {
        time.run(() -> {
            Strand other = time.start(() -> see("other"));
            see("starter");
            other.join();
            see("starter again");
        });

        assertThat(seen).containsExactly("starter at PT0S", "other at PT0S", "starter again at PT0S");
    }

    @Test
    void whatAStrandThrewIsThrownToWhoeverJoinsIt() {
        assertThatThrownBy(() -> time.run(() -> time.start(() -> {
                            throw new IllegalStateException("broken");
                        })
                        .join()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    @Test
    void strandsThatWaitForEachOtherAreNamed() {
        AtomicReference<Strand> second = new AtomicReference<>();
        assertThatThrownBy(() -> time.run(() -> {
                    Strand third = time.start(() -> second.get().join());
                    second.set(third);
                    third.join();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("everyone waits and nobody will go on: strand 1 for strand 2, strand 2 for strand 2");
    }

    @Test
    void nothingGoesOnAfterAKill() {
        boolean ended = time.runAndKillAt(START.plusSeconds(2), () -> {
            try {
                waiter("early", 1);
                time.pass(Duration.ofSeconds(2));
                see("killed");
            } finally {
                see("on the way out");
            }
        });

        assertThat(ended).isFalse();
        assertThat(seen).containsExactly("early at PT1S");
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void workThatEndsBeforeTheKillHasEnded() {
        assertThat(time.runAndKillAt(START.plusSeconds(2), () -> waiter("early", 1)))
                .isTrue();
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anInstantThatHasPassedIsNotWaitedFor() throws InterruptedException {
        time.run(() -> {
            time.start(() -> see("other"));
            time.sleepUntil(START.minusSeconds(1));
            see("self");
        });

        assertThat(seen).containsExactly("self at PT0S", "other at PT0S");
    }

    private static List<String> shuffled(long seed) throws InterruptedException {
        VirtualTime time = VirtualTime.shuffled(new Random(seed));
        List<String> order = new ArrayList<>();
        time.run(() -> {
            for (String name : List.of("a", "b", "c", "d", "e", "f")) {
                time.start(() -> order.add(name));
            }
        });
        return order;
    }

    private void waiter(String name, int seconds) {
        time.start(() -> {
            time.pass(Duration.ofSeconds(seconds));
            see(name);
        });
    }

    private void see(String what) {
        seen.add(what + " at " + time.passed());
    }
}
