package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrewTest {
    private final VirtualTime time = VirtualTime.inOrder();
    private final List<String> seen = new ArrayList<>();

    @Test
    void workGoesSideBySide() throws InterruptedException {
        time.run(() -> {
            Crew crew = new Crew(time, time, 10);
            for (int n = 0; n < 10; n++) {
                crew.start(() -> time.pass(Duration.ofSeconds(1)));
            }
            crew.join();
        });

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aFullCrewWaitsForAPlace() throws InterruptedException {
        time.run(() -> {
            Crew crew = new Crew(time, time, 2);
            for (int n = 0; n < 6; n++) {
                crew.start(() -> time.pass(Duration.ofSeconds(1)));
            }
            crew.join();
        });

        assertThat(time.passed()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_020));
    }

    @Test
    void whatWorkThrowsIsThrownWhenAllHaveEnded() {
        assertThatThrownBy(() -> time.run(() -> {
                    Crew crew = new Crew(time, time, 10);
                    crew.start(() -> {
                        throw new IllegalStateException("first");
                    });
                    crew.start(() -> {
                        time.pass(Duration.ofSeconds(1));
                        seen.add("second");
                    });
                    crew.start(() -> {
                        throw new IllegalStateException("third");
                    });
                    crew.join();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("first");
        assertThat(seen).containsExactly("second");
    }

    @Test
    void aCrewTellsWhenWorkHasFailed() throws InterruptedException {
        time.run(() -> {
            Crew crew = new Crew(time, time, 10);
            crew.start(() -> {
                throw new IllegalStateException("broken");
            });
            assertThat(crew.hasFailed()).isFalse();
            time.pass(Duration.ofMillis(1));
            assertThat(crew.hasFailed()).isTrue();
        });
    }
}
