package io.numberferry.function;

import io.numberferry.apply.Batch;
import io.numberferry.apply.Caution;
import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.AllowList;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.JobId;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Rails;
import io.numberferry.manifest.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads what a worker is to do from the plan of its job.
record BatchReader(PlanFiles files, Home home) {

    /// @throws IllegalArgumentException when the job has no plan
    PlanHeader plan(JobId job) {
        return files.header(job).orElseThrow(() -> new IllegalArgumentException("job " + job + " has no plan"));
    }

    /// For a worker that sends nothing.
    Batch batch(PlanHeader plan, BatchId id) {
        return batch(plan, id, AllowList.ofEverything());
    }

    Batch batch(PlanHeader plan, BatchId id, AllowList allowed) {
        try (Stream<PlannedItem> rows = files.planned(plan, id, JobReporter.items(plan, home))) {
            return new Batch(id, rows.toList(), caution(plan, id), allowed);
        }
    }

    private Caution caution(PlanHeader plan, BatchId id) {
        Rails rails = plan.job().settings().rails();
        List<Caution.Part> canary = new ArrayList<>();
        int rows = 0;
        for (BatchRef batch : rails.canary() == 0 ? List.<BatchRef>of() : files.batches(plan, id.lane())) {
            if (rows < rails.canary()) {
                canary.add(new Caution.Part(batch.id(), batch.rows()));
                rows += batch.rows();
            }
        }
        boolean within = id.number() <= canary.size();
        return new Caution(rails.failures(), within ? List.of() : canary);
    }
}
