package io.numberferry.aws.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Job;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Warning;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a job's plan as it is made, row by row. Memory does not grow with the rows: one part of each open
/// file is held.
///
/// Lanes and settled rows may come mixed, but each lane's batches come one after the other, numbered from
/// 1, and rows within a file by ascending line. Nothing of the plan counts until it is completed. For use
/// by one thread.
public final class PlanWriter implements AutoCloseable {
    private static final String JSON_LINES = "application/jsonl";

    private final S3Objects objects;
    private final String bucket;
    private final Job job;
    private final JsonMapper json = Json.mapper();
    private final Map<String, LaneFiles> lanes = new TreeMap<>();
    private final LineFile settled;

    PlanWriter(S3Objects objects, String bucket, Job job) {
        this.objects = objects;
        this.bucket = bucket;
        this.job = job;
        this.settled = file(PlanKeys.settled(job.id()));
    }

    /// What is to be expected of a job.
    ///
    /// @param estimate a flat JSON object
    public record Forecast(JsonNode estimate, List<Warning> warnings) {}

    /// Adds a row to a batch.
    ///
    /// @throws IllegalArgumentException when row or batch come out of order
    public void planned(BatchId batch, PlannedItem planned) {
        if (!batch.job().equals(job.id())) {
            throw new IllegalArgumentException("a plan of job %s has no batch %s".formatted(job.id(), batch.key()));
        }
        lanes.computeIfAbsent(batch.lane().label(), _ -> new LaneFiles(batch.lane(), this::file))
                .add(batch, planned);
    }

    /// Adds a row that is finished already.
    ///
    /// @throws IllegalArgumentException when it comes out of order
    public void settled(Settled row) {
        settled.add(row.row().line(), SettledLine.of(row));
    }

    /// Makes the plan valid: the header is written when all else is.
    ///
    /// @param columns the manifest's header
    /// @param sha256 of the manifest's bytes, in lower-case hex
    /// @param calls what planning sent
    /// @param forecast what is to be expected of the job
    public PlanHeader complete(List<String> columns, String sha256, Map<Api, CallCount> calls, Forecast forecast) {
        settled.complete();
        lanes.values().forEach(this::complete);
        List<PlanHeader.LaneSize> sizes =
                lanes.values().stream().map(LaneFiles::size).toList();
        PlanHeader header = new PlanHeader(
                job, columns, sha256, sizes, settled.rows(), calls, forecast.estimate(), forecast.warnings());
        PlanFiles.put(objects, bucket, PlanKeys.header(job.id()), HeaderDocument.of(header));
        return header;
    }

    private void complete(LaneFiles files) {
        files.complete();
        PlanFiles.put(objects, bucket, PlanKeys.batchList(job.id(), files.lane()), files.batches());
    }

    /// Gives up what was not completed.
    @Override
    public void close() {
        settled.close();
        lanes.values().forEach(LaneFiles::close);
    }

    private LineFile file(String key) {
        return new LineFile(objects.upload(bucket, key, JSON_LINES), json);
    }
}
