package io.numberferry.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.PlanWriter;
import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Job;
import io.numberferry.domain.Lane;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Service;
import io.numberferry.domain.Warning;
import io.numberferry.plan.BatchSize;
import io.numberferry.plan.Cautions;
import io.numberferry.plan.Cost;
import io.numberferry.plan.Estimate;
import io.numberferry.plan.Planned;
import io.numberferry.throttle.Quotas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes decided rows to their places: rows to do into batches of their lane, settled rows beside them. Not
/// safe for use by several threads.
final class PlanRecorder {
    private final Job job;
    private final PlanWriter writer;
    private final Quotas quotas;
    private final int chimePerCall;
    private final Estimate estimate;
    private final Cautions cautions = new Cautions();
    private final Map<Lane, Integer> rowsOfLane = new HashMap<>();

    PlanRecorder(Job job, PlanWriter writer, Quotas quotas, int chimePerCall) {
        this.job = job;
        this.writer = writer;
        this.quotas = quotas;
        this.chimePerCall = chimePerCall;
        this.estimate = new Estimate(chimePerCall);
    }

    void add(Planned planned) {
        switch (planned) {
            case Planned.Done(var settled) -> writer.settled(settled);
            case Planned.Held(PlannedItem item, var settled) -> {
                count(item);
                writer.settled(settled);
            }
            case Planned.ToDo(Lane lane, PlannedItem item) -> {
                count(item);
                writer.planned(batch(lane), item);
            }
        }
    }

    private void count(PlannedItem item) {
        estimate.add(item);
        cautions.add(item);
    }

    /// @param columns of the manifest
    /// @param sha256 of the manifest's bytes, in lower-case hex
    /// @param calls what planning sent
    /// @param warnings what was noticed before the rows were read
    PlanHeader complete(List<String> columns, String sha256, Map<Api, CallCount> calls, List<Warning> warnings) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        estimate.calls().forEach((api, count) -> figures.put("calls " + api.qualifiedName(), count));
        figures.put("seconds", estimate.least(quotas::of).toMillis() / 1000.0);
        figures.put("irreversibleRows", estimate.irreversible());
        Cost cost = estimate.cost(quotas::of);
        figures.put("usd", cost.total());
        figures.put("usd lambda", cost.lambda());
        figures.put("usd dynamodb", cost.table());
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(cautions.warnings());
        return writer.complete(columns, sha256, calls, new PlanWriter.Forecast(figures, all));
    }

    private BatchId batch(Lane lane) {
        int before = rowsOfLane.merge(lane, 1, Integer::sum) - 1;
        return new BatchId(job.id(), lane, number(lane, before));
    }

    /// The number of the batch of a lane's row.
    ///
    /// @param before rows of the lane before it
    private int number(Lane lane, int before) {
        int canary = job.settings().rails().canary();
        int size = rowsPerBatch(lane);
        return before < canary ? before / size + 1 : after(canary, size, before);
    }

    /// The batches of a canary hold nothing else, so that it has ended when they have.
    private static int after(int canary, int size, int before) {
        return (canary + size - 1) / size + (before - canary) / size + 1;
    }

    private int rowsPerBatch(Lane lane) {
        return switch (lane.service()) {
            case CONNECT -> BatchSize.rows(quotas.connect(), BatchSize.perCall(Service.CONNECT));
            case CHIME -> BatchSize.rows(quotas.chime(), chimePerCall);
        };
    }
}
