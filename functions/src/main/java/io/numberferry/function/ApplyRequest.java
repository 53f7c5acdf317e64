package io.numberferry.function;

import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The input and the output of ApplyFunction: a batch, by reference. It goes round until nothing remains.
///
/// @param job the job's id
/// @param lane the lane's label
/// @param number counted from 1 within the lane
/// @param rows of the batch
/// @param key where in the output bucket the rows are; null for the rows of whichever plan of the job counts
/// @param remaining rows without an outcome; in an input, as the worker before left them, and 0 for the first
/// @param resumeAt when the next worker may begin, ISO-8601, where the job has a window and it is closed; null to go on
///     at once; in an input it says nothing
/// @param allowed what the deployment lets the job use; null in the plan's list of batches and in an output, since the
///     state machine adds it to each input
/// @param idle how many workers in a row ended no row of the batch; null for none
public record ApplyRequest(
        String job,
        String lane,
        int number,
        int rows,
        @Nullable String key,
        int remaining,
        @Nullable String resumeAt,
        @Nullable AllowedRequest allowed,
        @Nullable Integer idle) {
    /// Workers in a row that end no row before their batch is given up. A worker has 15 minutes, so a service may
    /// throttle everything for a day.
    private static final int MOST_IDLE = 100;

    public ApplyRequest {
        Objects.requireNonNull(job, "a batch needs its job");
        Objects.requireNonNull(lane, "a batch needs its lane");
        if (number < 1) {
            throw new IllegalArgumentException("batches count from 1, not " + number);
        }
    }

    BatchId id() {
        return new BatchId(new JobId(job), Lane.ofLabel(lane), number);
    }

    /// Its rows must be those that were handed out: nobody has seen, or said yes to, those of another plan.
    ///
    /// @throws PlanChangedException when they are not
    void requireOf(PlanHeader plan) {
        if (key != null && !key.equals(PlanFiles.rows(plan, id()))) {
            throw PlanChangedException.since(plan.job().id());
        }
    }

    /// What lines of the log are about.
    Map<String, String> about() {
        return Map.of("job", job, "lane", lane, "batch", Integer.toString(number));
    }

    ApplyRequest with(int left) {
        Integer idleNow = left > 0 && left == remaining ? Integer.valueOf(idleWorkers() + 1) : null;
        return new ApplyRequest(job, lane, number, rows, key, left, null, null, idleNow);
    }

    /// The same.
    ///
    /// @throws NoProgressException when too many workers in a row ended no row
    ApplyRequest requireProgress() {
        if (idleWorkers() >= MOST_IDLE) {
            throw new NoProgressException(this);
        }
        return this;
    }

    int idleWorkers() {
        return idle == null ? 0 : idle;
    }

    /// The batch with its open rows left to a worker that begins later.
    ApplyRequest with(int left, Instant resumption) {
        return new ApplyRequest(job, lane, number, rows, key, left, resumption.toString(), null, idle);
    }
}
