package io.numberferry.simulation;

import io.numberferry.apply.Strands;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.Job;
import io.numberferry.report.Ending;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// One execution of the state machine, as job.asl.json says: plan; then the lanes side by side, the batches of each
/// one after the other, each until none of its rows is left; then the report. Redriven, it goes on with what has not
/// succeeded.
final class Execution {
    private static final int PLAN_RETRIES = 5;
    private static final int RETRIES = 8;
    private static final Duration HAND_OVER = Duration.ofSeconds(2);
    private static final int MOST_HAND_OVERS = 500;

    enum State {
        RUNNING,
        SUCCEEDED,
        FAILED,
        ABORTED
    }

    private final VirtualTime time;
    private final Lambda lambda;
    private final Functions functions;
    private final Job job;
    private final Random random;
    private final Set<BatchId> done = new HashSet<>();
    private Optional<PlanHeader> plan = Optional.empty();
    private Optional<String> error = Optional.empty();
    private State state = State.RUNNING;

    Execution(VirtualTime time, Lambda lambda, Functions functions, Job job, long seed) {
        this.time = time;
        this.lambda = lambda;
        this.functions = functions;
        this.job = job;
        this.random = Chance.of(seed, "jitter " + job.id());
    }

    State state() {
        return state;
    }

    Job job() {
        return job;
    }

    /// The batches whose child workflows succeeded.
    Set<BatchId> done() {
        return done;
    }

    Optional<String> error() {
        return error;
    }

    boolean hasPlan() {
        return plan.isPresent();
    }

    /// A person stops it. Functions that run go on.
    void abort() {
        if (state == State.RUNNING) {
            state = State.ABORTED;
        }
    }

    /// Runs it to an end, from the beginning or from where it failed.
    State run() throws InterruptedException {
        state = State.RUNNING;
        error = Optional.empty();
        if (plan.isEmpty()) {
            plan = task("plan", PLAN_RETRIES, worker -> functions.plan(job, worker));
        }
        if (plan.isPresent() && isRunning()) {
            work(plan.get());
        }
        report();
        return state;
    }

    private void work(PlanHeader header) throws InterruptedException {
        Optional<List<List<BatchId>>> lanes = task("list", RETRIES, _ -> functions.batches(header));
        List<Strands.Strand> strands = new ArrayList<>();
        for (List<BatchId> lane : lanes.orElse(List.of())) {
            strands.add(time.start(() -> lane(lane)));
        }
        for (Strands.Strand strand : strands) {
            strand.join();
        }
    }

    private void lane(List<BatchId> batches) throws InterruptedException {
        for (BatchId batch : batches) {
            if (isRunning() && !done.contains(batch)) {
                batch(batch);
            }
        }
    }

    private void batch(BatchId batch) throws InterruptedException {
        String name = "apply " + batch.lane().service() + " " + batch.number();
        for (int workers = 0; workers < MOST_HAND_OVERS && isRunning(); workers++) {
            Optional<Integer> remaining = task(name, RETRIES, worker -> functions.apply(batch, worker));
            if (remaining.isEmpty()) {
                return;
            }
            if (remaining.get() == 0) {
                done.add(batch);
                return;
            }
            time.pass(HAND_OVER);
        }
    }

    private void report() throws InterruptedException {
        Ending.State word = state == State.ABORTED
                ? Ending.State.ABORTED
                : error.isPresent() ? Ending.State.FAILED : Ending.State.COMPLETED;
        Ending ending = new Ending(word, error, time.now());
        boolean before = error.isPresent();
        State was = state;
        state = State.RUNNING;
        boolean reported =
                task("report", RETRIES, _ -> functions.report(this, ending)).isPresent();
        state = was == State.ABORTED ? State.ABORTED : before || !reported ? State.FAILED : State.SUCCEEDED;
    }

    private boolean isRunning() {
        return state == State.RUNNING;
    }

    private <T> Optional<T> task(String name, int retries, Lambda.Function<T> function) throws InterruptedException {
        for (int attempt = 0; isRunning(); attempt++) {
            switch (lambda.invoke(job.id(), name, function)) {
                case Lambda.Done<T>(T answer) -> {
                    return Optional.of(answer);
                }
                case Lambda.Failed<T>(String why, boolean again) -> {
                    if (!again || attempt == retries) {
                        error = error.or(() -> Optional.of(why));
                        return Optional.empty();
                    }
                    time.pass(Duration.ofMillis(random.nextLong(Math.min(60_000, 2_000L << attempt))));
                }
            }
        }
        return Optional.empty();
    }
}
