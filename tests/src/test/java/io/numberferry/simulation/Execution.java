package io.numberferry.simulation;

import io.numberferry.aws.executions.PastExecution;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.Job;
import io.numberferry.report.Ending;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One execution of the state machine, as job.asl.json says: plan; then the lanes side by side, the batches of each
/// one after the other, each until none of its rows is left; then the report. Redriven, it goes on at the state that
/// failed, as Step Functions does.
final class Execution {
    private static final int PLAN_RETRIES = 5;
    private static final Duration HAND_OVER = Duration.ofSeconds(2);
    private static final int MOST_HAND_OVERS = 500;

    /// Longer than any execution takes.
    private static final Duration EVER = Duration.ofDays(30);

    enum State {
        RUNNING,
        SUCCEEDED,
        FAILED,
        ABORTED
    }

    /// Where a redrive goes on.
    private enum Place {
        PLAN,
        /// The plan failed.
        REPORT_OF_FAILURE,
        LANES,
        REPORT,
        /// At a Fail state: it fails again.
        END
    }

    private final String name;
    private final VirtualTime time;
    private final Retrying lambda;
    private final Functions functions;
    private final Job job;
    private final Instant startedAt;
    private final boolean tolerant;
    private final Set<BatchId> done = new HashSet<>();
    private final Set<BatchId> givenUp = new HashSet<>();
    private final Set<List<BatchId>> exited = new HashSet<>();
    private Place place = Place.PLAN;
    private Optional<PlanHeader> plan = Optional.empty();
    private Optional<String> error = Optional.empty();
    private State state = State.RUNNING;
    private Instant endedAt = Instant.MAX;
    private Optional<Ending> reported = Optional.empty();
    private VirtualTime.Mailbox<Boolean> end;
    private int run;

    /// @param name in the place of its ARN
    /// @param tolerant whether batches that are given up let the others go on
    Execution(String name, VirtualTime time, Retrying lambda, Functions functions, Job job, boolean tolerant) {
        this.name = name;
        this.time = time;
        this.startedAt = time.now();
        this.lambda = lambda;
        this.functions = functions;
        this.job = job;
        this.tolerant = tolerant;
        this.end = time.new Mailbox<>();
    }

    String name() {
        return name;
    }

    State state() {
        return state;
    }

    /// What Step Functions says of it.
    PastExecution past() {
        PastExecution.State word = switch (state) {
            case RUNNING -> PastExecution.State.RUNNING;
            case SUCCEEDED -> PastExecution.State.SUCCEEDED;
            case FAILED -> PastExecution.State.FAILED;
            case ABORTED -> PastExecution.State.ABORTED;
        };
        Optional<Instant> stoppedAt = state == State.RUNNING ? Optional.empty() : Optional.of(endedAt);
        return new PastExecution(
                word, "{}", startedAt, stoppedAt, hasReport() ? Optional.of("JobFailed") : error, Optional.empty());
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

    Optional<PlanHeader> plan() {
        return plan;
    }

    Instant endedAt() {
        return endedAt;
    }

    /// How it ended, for its report: as the one says that it made itself.
    Ending ending() {
        return reported.orElseGet(this::unreported);
    }

    private Ending unreported() {
        Ending.State word = switch (state) {
            case RUNNING, SUCCEEDED -> Ending.State.COMPLETED;
            case FAILED -> Ending.State.FAILED;
            case ABORTED -> Ending.State.ABORTED;
        };
        return new Ending(word, error, endedAt);
    }

    /// Tells whether a redrive does anything.
    boolean isRedrivable() {
        return place != Place.END;
    }

    /// Tells whether it failed before any row could begin and made its report, as JobFailed.
    boolean hasReport() {
        return state == State.FAILED && place == Place.END && plan.isEmpty();
    }

    /// A person stops it. Functions that run go on.
    void abort() {
        end(State.ABORTED);
    }

    /// Runs it to an end, from the beginning or from where it failed.
    State run() throws InterruptedException {
        run++;
        state = State.RUNNING;
        error = Optional.empty();
        reported = Optional.empty();
        end = time.new Mailbox<>();
        if (place == Place.PLAN) {
            makePlan();
        }
        if (isRunning() && place == Place.REPORT_OF_FAILURE) {
            report(new Ending(Ending.State.FAILED, error, time.now()), State.FAILED);
        }
        if (isRunning() && place == Place.LANES) {
            work(plan.orElseThrow());
        }
        if (isRunning() && place == Place.REPORT) {
            report(new Ending(Ending.State.COMPLETED, Optional.empty(), time.now()), State.SUCCEEDED);
        }
        if (isRunning()) {
            end(State.FAILED);
        }
        return state;
    }

    private void makePlan() throws InterruptedException {
        plan = task("plan", PLAN_RETRIES, worker -> functions.plan(this, worker));
        if (isRunning()) {
            place = plan.isPresent() ? Place.LANES : Place.REPORT_OF_FAILURE;
        }
    }

    private void report(Ending ending, State after) throws InterruptedException {
        boolean made = task("report", Retrying.RETRIES, _ -> functions.report(this, ending))
                .isPresent();
        if (isRunning() && made) {
            reported = Optional.of(ending);
            place = Place.END;
            end(after);
        }
    }

    private void work(PlanHeader header) throws InterruptedException {
        Optional<List<List<BatchId>>> found = task("list", Retrying.RETRIES, _ -> functions.batches(header));
        if (found.isEmpty()) {
            return;
        }
        List<List<BatchId>> lanes = found.get();
        for (List<BatchId> lane : lanes) {
            if (!exited.contains(lane)) {
                givenUp.removeAll(lane);
                int mine = run;
                time.start(() -> lane(lane, mine, lanes.size()));
            }
        }
        if (exited.size() < lanes.size()) {
            end.take(time.now().plus(EVER));
        }
        if (isRunning()) {
            place = givenUp.isEmpty() ? Place.REPORT : Place.END;
        }
    }

    private void lane(List<BatchId> batches, int mine, int lanes) throws InterruptedException {
        for (BatchId batch : batches) {
            if (isRunning(mine) && !done.contains(batch) && !succeeds(batch, mine)) {
                giveUp(batch, mine);
            }
        }
        if (isRunning(mine)) {
            exited.add(batches);
        }
        if (isRunning(mine) && exited.size() == lanes) {
            end.put(true);
        }
    }

    private void giveUp(BatchId batch, int mine) {
        if (isRunning(mine)) {
            givenUp.add(batch);
        }
        if (isRunning(mine) && !tolerant) {
            end(State.FAILED);
        }
    }

    private boolean succeeds(BatchId batch, int mine) throws InterruptedException {
        String name = "apply " + batch.lane().service() + " " + batch.number();
        for (int workers = 0; workers < MOST_HAND_OVERS && isRunning(mine); workers++) {
            Optional<Integer> remaining = task(name, Retrying.RETRIES, worker -> functions.apply(batch, worker));
            if (remaining.isEmpty() || !isRunning(mine)) {
                return false;
            }
            if (remaining.get() == 0) {
                done.add(batch);
                return true;
            }
            time.pass(HAND_OVER);
        }
        return false;
    }

    private void end(State how) {
        if (isRunning()) {
            state = how;
            endedAt = time.now();
            end.put(true);
        }
    }

    private boolean isRunning() {
        return isRunning(run);
    }

    /// Tells whether it is running, and has not been redriven since.
    private boolean isRunning(int mine) {
        return run == mine && state == State.RUNNING;
    }

    private <T> Optional<T> task(String name, int retries, Lambda.Function<T> function) throws InterruptedException {
        int mine = run;
        Retrying.Outcome<T> outcome = lambda.task(job.id(), name, retries, function, () -> isRunning(mine));
        if (isRunning(mine)) {
            error = error.or(outcome::error);
        }
        return outcome.answer();
    }
}
