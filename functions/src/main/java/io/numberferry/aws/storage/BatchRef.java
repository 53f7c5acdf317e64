package io.numberferry.aws.storage;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;

/// What travels through the state machine in place of a batch: an element of a lane's list, the input of a
/// worker.
///
/// @param job the job's id
/// @param lane the lane's label
/// @param number counted from 1 within the lane
/// @param rows how many rows the batch has, at least 1
/// @param key where in the work bucket the rows are
public record BatchRef(String job, String lane, int number, int rows, String key) {
    public BatchRef {
        if (number < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "batches count from 1 and have rows, not number %d with %d rows".formatted(number, rows));
        }
    }

    static BatchRef of(BatchId batch, int rows, String key) {
        return new BatchRef(batch.job().value(), batch.lane().label(), batch.number(), rows, key);
    }

    /// @throws IllegalArgumentException when job or lane are not what they should be
    public BatchId id() {
        return new BatchId(new JobId(job), Lane.ofLabel(lane), number);
    }
}
