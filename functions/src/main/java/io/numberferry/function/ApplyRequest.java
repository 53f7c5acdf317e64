package io.numberferry.function;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;
import java.util.Map;
import java.util.Objects;

/// The input and the output of ApplyFunction: a batch, by reference. It goes round until nothing remains.
///
/// @param job the job's id
/// @param lane the lane's label
/// @param number counted from 1 within the lane
/// @param rows of the batch
/// @param key where in the output bucket the rows are
/// @param remaining rows without an outcome; 0 in a batch's first input, where nobody knows it yet
public record ApplyRequest(String job, String lane, int number, int rows, String key, int remaining) {
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

    /// What lines of the log are about.
    Map<String, String> about() {
        return Map.of("job", job, "lane", lane, "batch", Integer.toString(number));
    }

    /// Rows that an earlier worker is known to have left.
    int open() {
        return remaining > 0 ? remaining : rows;
    }

    ApplyRequest with(int left) {
        return new ApplyRequest(job, lane, number, rows, key, left);
    }
}
