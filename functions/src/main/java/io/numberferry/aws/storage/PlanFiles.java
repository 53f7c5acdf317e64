package io.numberferry.aws.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.Item;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Lane;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Row;
import io.numberferry.domain.Settled;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/// The plans of jobs, in the work bucket under `jobs/<job id>/`:
///
/// | key | content |
/// |---|---|
/// | `plan.json` | the header, written last |
/// | `batches/<lane>.json` | a JSON array of [BatchRef]: what the state machine maps over |
/// | `plan/<lane>/<number>.jsonl` | a batch's rows, a line each |
/// | `plan/settled.jsonl` | the rows that the plan finished, a line each |
///
/// and beside them `jobs/checks/<sha256>.json`, which names the last dry run of a manifest.
///
/// Rows are stored as their cells. Who reads them gives the function that parses a row, and gets items
/// again. Safe for use by several threads.
public final class PlanFiles {
    private final S3Objects objects;
    private final String bucket;
    private final JsonMapper json = Json.mapper();

    /// @param bucket the work bucket
    public PlanFiles(S3Objects objects, String bucket) {
        this.objects = objects;
        this.bucket = bucket;
    }

    /// Begins a job's plan, over an earlier try of the same.
    ///
    /// @return to be completed, then closed by the caller
    public PlanWriter write(Job job) {
        return new PlanWriter(objects, bucket, job);
    }

    /// Changes the settings that a job with a plan goes by.
    ///
    /// @param settings which mean the same for its rows
    public PlanHeader change(PlanHeader plan, JobSettings settings) {
        PlanHeader changed = plan.with(settings);
        put(objects, bucket, PlanKeys.header(plan.job().id()), HeaderDocument.of(changed));
        return changed;
    }

    /// Empty when the job has no complete plan.
    public Optional<PlanHeader> header(JobId job) {
        String key = PlanKeys.header(job);
        if (!objects.exists(bucket, key)) {
            return Optional.empty();
        }
        return Optional.of(whole(key, HeaderDocument.class).header());
    }

    /// Notes that a job is a dry run of a manifest, in the place of an earlier one.
    ///
    /// @param sha256 of the manifest's bytes, in lower-case hex
    public void noteCheck(String sha256, JobId job) {
        put(objects, bucket, PlanKeys.check(sha256), new CheckDocument(job.value()));
    }

    /// The plan of the last dry run of a manifest; empty when there was none, or its files are gone.
    ///
    /// @param sha256 of the manifest's bytes, in lower-case hex
    public Optional<PlanHeader> check(String sha256) {
        String key = PlanKeys.check(sha256);
        if (!objects.exists(bucket, key)) {
            return Optional.empty();
        }
        JobId job = new JobId(whole(key, CheckDocument.class).job());
        return header(job).filter(_ -> objects.exists(bucket, PlanKeys.settled(job)));
    }

    /// @param job the job's id
    private record CheckDocument(String job) {}

    /// A lane's batches, by number.
    public List<BatchRef> batches(JobId job, Lane lane) {
        return List.of(whole(PlanKeys.batchList(job, lane), BatchRef[].class));
    }

    /// A batch's rows, by line.
    ///
    /// @param parser what made the items when the job was planned; empty for a row that it refuses
    /// @return to be closed by the caller; reads on as rows are taken
    public Stream<PlannedItem> planned(BatchId batch, Function<Row, Optional<Item>> parser) {
        return lines(PlanKeys.batch(batch), PlannedLine.class).map(line -> line.planned(parser));
    }

    /// The rows that the plan finished, by line.
    ///
    /// @param parser what made the items when the job was planned; empty for a row that it refuses
    /// @return to be closed by the caller; reads on as rows are taken
    public Stream<Settled> settled(JobId job, Function<Row, Optional<Item>> parser) {
        return lines(PlanKeys.settled(job), SettledLine.class).map(line -> line.settled(parser));
    }

    /// Writes a small document.
    static void put(S3Objects objects, String bucket, String key, Object document) {
        try {
            objects.put(bucket, key, "application/json", Json.mapper().writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plan files have a fixed form", e);
        }
    }

    private <T> Stream<T> lines(String key, Class<T> type) {
        return JsonLines.stream(name(key), objects.open(bucket, key), json.readerFor(type));
    }

    private <T> T whole(String key, Class<T> type) {
        try (InputStream content = objects.open(bucket, key)) {
            return json.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "%s was not written by this version: %s".formatted(name(key), e.getOriginalMessage()), e);
        } catch (IOException | SdkException e) {
            throw new StorageUnavailableException("%s broke off: %s".formatted(name(key), e.getMessage()), e);
        }
    }

    private String name(String key) {
        return "s3://" + bucket + "/" + key;
    }
}
