package io.numberferry.aws.storage;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;

/// Where a job's plan lies in the work bucket.
final class PlanKeys {
    private PlanKeys() {}

    /// Written last: where it exists, the plan of the attempt that it names is complete.
    static String header(JobId job) {
        return "jobs/" + job.value() + "/plan.json";
    }

    /// The list that the state machine's map over a lane reads.
    static String batchList(JobId job, String attempt, Lane lane) {
        return folder(job, attempt) + "batches/" + lane.label() + ".json";
    }

    static String batch(BatchId batch, String attempt) {
        return folder(batch.job(), attempt)
                + "%s/%06d.jsonl".formatted(batch.lane().label(), batch.number());
    }

    static String settled(JobId job, String attempt) {
        return folder(job, attempt) + "settled.jsonl";
    }

    /// Which job was the last dry run of a manifest with these bytes. No job is called `checks`.
    static String check(String sha256) {
        return "jobs/checks/" + sha256 + ".json";
    }

    /// What one attempt wrote, and no other.
    private static String folder(JobId job, String attempt) {
        return "jobs/" + job.value() + "/plans/" + attempt + "/";
    }
}
