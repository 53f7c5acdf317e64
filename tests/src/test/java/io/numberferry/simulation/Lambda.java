package io.numberferry.simulation;

import io.numberferry.apply.JournalUnavailableException;
import io.numberferry.aws.storage.StorageUnavailableException;
import io.numberferry.domain.JobId;
import io.numberferry.throttle.Life;
import io.numberferry.throttle.Timeline;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/// Runs functions, each in a life of its own: one that dies, stands still or takes too long is given up.
final class Lambda {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration MARGIN = Duration.ofSeconds(15);

    /// Crashes and freezes come within so many turns of a worker's strands.
    private static final int TURNS = 150;

    /// An error of a worker's own comes early, so that others are at work when its batch is given up.
    private static final int FAULTY_TURNS = 60;

    /// What a function does.
    interface Function<T> {
        T run(Worker worker) throws Exception;
    }

    /// @param deadline by its own clock
    record Worker(String name, Timeline clock, Instant deadline) {}

    sealed interface Result<T> {}

    record Done<T>(T answer) implements Result<T> {}

    /// @param again whether the state machine retries it
    record Failed<T>(String error, boolean again) implements Result<T> {}

    private final VirtualTime time;
    private final Sky sky;
    private final Witness witness;
    private final Trace trace;
    private final Random random;
    private int started;

    Lambda(VirtualTime time, Sky sky, Witness witness, Trace trace, long seed) {
        this.time = time;
        this.sky = sky;
        this.witness = witness;
        this.trace = trace;
        this.random = Chance.of(seed, "lambda");
    }

    <T> Result<T> invoke(JobId job, String what, Function<T> function) {
        Life life = new Life(what + " " + ++started);
        trace.add("invoke " + life.name());
        witness.works(life, job);
        Duration limit = sky.strikes(Trouble.SHORT_TIME, 1) ? Duration.ofSeconds(90) : LONGEST;
        Timeline clock = sky.clock(random);
        Worker worker = new Worker(life.name(), clock, clock.now().plus(limit).minus(MARGIN));
        VirtualTime.Mailbox<Result<T>> box = time.new Mailbox<>();
        time.start(life, () -> box.put(result(function, worker)));
        if (sky.strikes(Trouble.CRASH, 0.8)) {
            life.after(sky.dice(Trouble.CRASH).nextInt(TURNS), () -> giveUp(life, box, "Runtime.ExitError", true));
        } else if (sky.strikes(Trouble.ZOMBIE, 0.8)) {
            Duration nap = Duration.ofSeconds(sky.dice(Trouble.ZOMBIE).nextLong(1, 840));
            life.after(sky.dice(Trouble.ZOMBIE).nextInt(TURNS), () -> {
                // S3 knows no condition over the six files of a report: one that wakes late writes over a newer one.
                if (what.equals("report")) {
                    return;
                }
                trace.add("freeze " + life.name());
                life.freezeUntil(time.now().plus(nap));
                box.put(new Failed<>("Lambda.Unknown", true));
            });
        }
        if (what.startsWith("apply") && sky.strikes(Trouble.FAULTY, 0.8)) {
            life.after(
                    sky.dice(Trouble.FAULTY).nextInt(FAULTY_TURNS),
                    () -> giveUp(life, box, "java.lang.IllegalStateException", false));
        }
        time.at(time.now().plus(LONGEST), () -> giveUp(life, box, "Sandbox.Timedout", true));
        Result<T> result = box.take(time.now().plus(LONGEST).plusSeconds(60)).orElseThrow();
        trace.add("result of " + life.name() + ": " + result);
        return result;
    }

    private <T> void giveUp(Life life, VirtualTime.Mailbox<Result<T>> box, String error, boolean again) {
        if (!life.ended()) {
            trace.add("kill " + life.name());
            time.kill(life);
            box.put(new Failed<>(error, again));
        }
    }

    private static <T> Result<T> result(Function<T> function, Worker worker) throws InterruptedException {
        try {
            return new Done<>(function.run(worker));
        } catch (JournalUnavailableException | StorageUnavailableException e) {
            return new Failed<>(e.getClass().getName(), true);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return new Failed<>(e.toString(), false);
        }
    }
}
