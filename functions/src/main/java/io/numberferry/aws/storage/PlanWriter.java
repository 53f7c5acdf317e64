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
import java.util.function.Function;

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
    private final String attempt;
    private final Function<PlanHeader, PlanHeader> publisher;
    private final JsonMapper json = Json.mapper();
    private final Map<String, LaneFiles> lanes = new TreeMap<>();
    private final LineFile settled;

    /// @param publisher makes a header count, and gives the one that counts
    PlanWriter(S3Objects objects, String bucket, Job job, String attempt, Function<PlanHeader, PlanHeader> publisher) {
        this.objects = objects;
        this.bucket = bucket;
        this.job = job;
        this.attempt = attempt;
        this.publisher = publisher;
        this.settled = file(PlanKeys.settled(job.id(), attempt));
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
        lanes.computeIfAbsent(batch.lane().label(), _ -> new LaneFiles(batch.lane(), attempt, this::file))
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
    /// @return the plan that counts: this one, or that of another attempt which was completed meanwhile
    public PlanHeader complete(List<String> columns, String sha256, Map<Api, CallCount> calls, Forecast forecast) {
        settled.complete();
        lanes.values().forEach(this::complete);
        List<PlanHeader.LaneSize> sizes =
                lanes.values().stream().map(LaneFiles::size).toList();
        PlanHeader header = new PlanHeader(
                job, attempt, columns, sha256, sizes, settled.rows(), calls, forecast.estimate(), forecast.warnings());
        return publisher.apply(header);
    }

    private void complete(LaneFiles files) {
        files.complete();
        PlanFiles.put(objects, bucket, PlanKeys.batchList(job.id(), attempt, files.lane()), files.batches());
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
