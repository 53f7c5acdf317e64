package io.numberferry.aws.storage;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;

/// Where a job's plan lies in the work bucket.
final class PlanKeys {
    private PlanKeys() {}

    /// Written last: where it exists, the plan is complete.
    static String header(JobId job) {
        return folder(job) + "plan.json";
    }

    /// The list that the state machine's map over a lane reads.
    static String batchList(JobId job, Lane lane) {
        return folder(job) + "batches/" + lane.label() + ".json";
    }

    static String batch(BatchId batch) {
        return folder(batch.job()) + "plan/%s/%06d.jsonl".formatted(batch.lane().label(), batch.number());
    }

    static String settled(JobId job) {
        return folder(job) + "plan/settled.jsonl";
    }

    /// Which job was the last dry run of a manifest with these bytes. No job is called `checks`.
    static String check(String sha256) {
        return "jobs/checks/" + sha256 + ".json";
    }

    private static String folder(JobId job) {
        return "jobs/" + job.value() + "/";
    }
}
