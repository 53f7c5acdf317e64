package io.numberferry.simulation;

import io.numberferry.apply.BatchApplier;
import io.numberferry.apply.Closings;
import io.numberferry.apply.Journal;
import io.numberferry.apply.NumberTags;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.Quota;
import io.numberferry.function.CloseAnswer;
import io.numberferry.function.JobSteps;
import io.numberferry.report.Ending;
import io.numberferry.report.Totals;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.QuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The product's functions, put together for a simulated account.
record Functions(
        VirtualTime time,
        JobSteps steps,
        Services services,
        NumberTags tags,
        Journal journal,
        Closings closings,
        Executions executions,
        Plant plant,
        QuotaStore store,
        RandomGenerator random) {
    /// Batches of few rows: the plan sizes them by the quota.
    private static final Quotas SMALL_BATCHES = new Quotas(new Quota(0.005, 50), new Quota(0.0025, 50), Map.of());

    PlanHeader plan(Execution execution, Lambda.Worker worker) throws IOException, InterruptedException {
        Pace pace = new Pace(SMALL_BATCHES, new InMemoryQuotaStore(), worker.clock(), random);
        PlanHeader plan = steps.plan(execution.job(), worker.name(), services, tags, pace, worker.deadline());
        closings.goesOn(execution.job().id(), execution.name());
        return plan;
    }

    List<List<BatchId>> batches(PlanHeader plan) {
        return steps.batches(plan);
    }

    /// @return how many rows remain
    int apply(BatchId batch, Lambda.Worker worker) throws InterruptedException {
        BatchApplier applier = new BatchApplier(services, journal, pace(worker), time);
        return steps.apply(batch, applier, worker.name(), worker.clock(), worker.deadline());
    }

    /// @param closing its name
    /// @param began when it began
    CloseAnswer close(Execution execution, String closing, Instant began, Lambda.Worker worker)
            throws InterruptedException {
        BatchApplier applier = new BatchApplier(services, plant.closed(journal), pace(worker), time);
        return steps.close(
                execution.job(),
                closer(execution, closing, began),
                applier,
                worker.name(),
                time::now,
                worker.deadline());
    }

    /// The report of a closing, unless the job goes on or has ended again.
    Optional<Totals> report(Execution execution, String closing, Instant began, Ending ending) throws IOException {
        return steps.report(
                execution.job(),
                plant.reported(journal, execution.done()),
                Quotas.defaults(),
                ending,
                closer(execution, closing, began));
    }

    private JobSteps.Closer closer(Execution execution, String closing, Instant began) {
        return new JobSteps.Closer(execution.name(), closing, began, closings, name -> executions.read(name, time));
    }

    Totals report(Execution execution, Ending ending) throws IOException {
        return steps.report(execution.job(), plant.reported(journal, execution.done()), Quotas.defaults(), ending);
    }

    private Pace pace(Lambda.Worker worker) {
        return new Pace(Quotas.defaults(), store, worker.clock(), random);
    }
}
