package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.JobId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What everything that knows of closings promises, the model included.
public abstract class ClosingsContract {
    private static final AtomicInteger JOBS = new AtomicInteger();
    private static final Instant END = Instant.parse("2026-03-01T09:00:00.123Z");

    protected final JobId job = new JobId("%032x".formatted(JOBS.incrementAndGet()));

    /// What is tested. One may serve all tests: each has a job of its own.
    protected abstract Closings closings();

    @Test
    void everyExecutionThatGoesOnIsKnownFromThenOn() {
        assertThat(closings().executions(job)).isEmpty();

        closings().goesOn(job, "first");
        closings().goesOn(job, "second");
        closings().goesOn(job, "first");

        assertThat(closings().executions(job)).containsExactlyInAnyOrder("first", "second");
        assertThat(closings().executions(new JobId("f".repeat(32)))).isEmpty();
    }

    @Test
    void anEndBelongsToTheClosingThatTookItFirst() {
        assertThat(closings().take(job, END, "one")).isTrue();
        assertThat(closings().take(job, END, "two")).isFalse();
        assertThat(closings().take(job, END, "one")).isTrue();
    }

    @Test
    void aLaterEndGoesToWhoeverAsksAndAnEarlierOneToNobody() {
        assertThat(closings().take(job, END, "one")).isTrue();
        assertThat(closings().take(job, END.plusMillis(1), "two")).isTrue();
        assertThat(closings().take(job, END, "one")).isFalse();
        assertThat(closings().take(job, END.minusMillis(1), "three")).isFalse();
    }

    @Test
    void aClosingHasAnEndUntilALaterOneIsTaken() {
        assertThat(closings().has(job, END, "one")).as("before it took it").isFalse();
        closings().goesOn(job, "first");
        assertThat(closings().take(job, END, "one")).isTrue();

        assertThat(closings().has(job, END, "one")).isTrue();
        assertThat(closings().has(job, END, "two")).isFalse();
        assertThat(closings().has(job, END.plusMillis(1), "one")).isFalse();

        assertThat(closings().take(job, END.plusMillis(1), "two")).isTrue();
        assertThat(closings().has(job, END, "one")).isFalse();
    }

    @Test
    void takingAnEndForgetsNoExecutionAndGoingOnFreesNoEnd() {
        closings().goesOn(job, "first");
        assertThat(closings().take(job, END, "one")).isTrue();
        closings().goesOn(job, "second");

        assertThat(closings().executions(job)).containsExactlyInAnyOrder("first", "second");
        assertThat(closings().take(job, END, "two")).isFalse();
    }
}
