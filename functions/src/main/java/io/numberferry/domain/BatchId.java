package io.numberferry.domain;

/// One batch of a job: a run of items of one lane, in input order, given to one worker.
///
/// @param number counted from 1 within the lane
public record BatchId(JobId job, Lane lane, int number) {
    /// Unique over all jobs: the partition of the journal that holds the batch.
    public String key() {
        return "%s/%s/%06d".formatted(job.value(), lane.label(), number);
    }
}
