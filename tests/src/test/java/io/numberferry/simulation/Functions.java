package io.numberferry.simulation;

import io.numberferry.apply.BatchApplier;
import io.numberferry.apply.Journal;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.Job;
import io.numberferry.domain.Quota;
import io.numberferry.function.JobSteps;
import io.numberferry.report.Ending;
import io.numberferry.report.Totals;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.QuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The product's functions, put together for a simulated account.
record Functions(
        VirtualTime time,
        JobSteps steps,
        Services services,
        Journal journal,
        Plant plant,
        QuotaStore store,
        RandomGenerator random) {
    /// Batches of few rows: the plan sizes them by the quota.
    private static final Quotas SMALL_BATCHES = new Quotas(new Quota(0.005, 50), new Quota(0.0025, 50), Map.of());

    PlanHeader plan(Job job, Lambda.Worker worker) throws IOException, InterruptedException {
        Pace pace = new Pace(SMALL_BATCHES, new InMemoryQuotaStore(), worker.clock(), random);
        return steps.plan(job, services, pace, worker.deadline());
    }

    List<List<BatchId>> batches(PlanHeader plan) {
        return steps.batches(plan);
    }

    /// @return how many rows remain
    int apply(BatchId batch, Lambda.Worker worker) throws InterruptedException {
        BatchApplier applier = new BatchApplier(services, journal, pace(worker), time);
        return steps.apply(batch, applier, worker.name(), worker.clock(), worker.deadline());
    }

    /// @return rows that could not be settled
    int settle(PlanHeader plan, Lambda.Worker worker) throws InterruptedException {
        int remaining = 0;
        for (List<BatchId> lane : plant.settled(steps.batches(plan))) {
            for (BatchId batch : lane) {
                BatchApplier applier = new BatchApplier(services, journal, pace(worker), time);
                remaining += steps.settle(batch, applier, worker.name(), worker.deadline())
                        .remaining();
            }
        }
        return remaining;
    }

    Totals report(Execution execution, Ending ending) throws IOException {
        return steps.report(execution.job(), plant.reported(journal, execution.done()), Quotas.defaults(), ending);
    }

    private Pace pace(Lambda.Worker worker) {
        return new Pace(Quotas.defaults(), store, worker.clock(), random);
    }
}
