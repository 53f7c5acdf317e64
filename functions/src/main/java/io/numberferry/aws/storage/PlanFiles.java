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
/// | `plan.json` | the header, written last, with the name of the attempt |
/// | `plans/<attempt>/batches/<lane>.json` | a JSON array of [BatchRef]: what the state machine maps over |
/// | `plans/<attempt>/<lane>/<number>.jsonl` | a batch's rows, a line each |
/// | `plans/<attempt>/settled.jsonl` | the rows that the plan finished, a line each |
///
/// and beside them `jobs/checks/<sha256>.json`, which names the last dry run of a manifest.
///
/// Each attempt to plan a job writes into a folder of its own. The header names the one that counts, and is written
/// only where there is none, or the one that the attempt is to replace: one that stood still writes over nothing.
/// What lost attempts wrote is deleted with the rest of `jobs/`, by age.
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

    /// A plan as it was found.
    ///
    /// @param etag of its header, or of one that was there just before
    public record Found(PlanHeader plan, String etag) {}

    /// Begins a job's plan.
    ///
    /// @param attempt names the try; no other has the same name
    /// @param instead the plan that it is to replace; empty where there is none
    /// @return to be completed, then closed by the caller
    public PlanWriter write(Job job, String attempt, Optional<Found> instead) {
        return new PlanWriter(objects, bucket, job, attempt, header -> published(header, instead));
    }

    private PlanHeader published(PlanHeader header, Optional<Found> instead) {
        return put(header, instead.map(Found::etag))
                ? header
                : meanwhile(header.job().id());
    }

    /// Changes the settings that a job with a plan goes by.
    ///
    /// @param settings which mean the same for its rows
    /// @return the plan that counts: the changed one, or what another wrote meanwhile
    public PlanHeader change(Found found, JobSettings settings) {
        PlanHeader changed = found.plan().with(settings);
        return put(changed, Optional.of(found.etag()))
                ? changed
                : meanwhile(changed.job().id());
    }

    /// A put whose answer was lost is sent again, and then finds what it wrote itself.
    private PlanHeader meanwhile(JobId job) {
        return header(job)
                .orElseThrow(() ->
                        new StorageUnavailableException(name(PlanKeys.header(job)) + " is written by somebody else"));
    }

    /// @param etag of the header that is replaced; empty for none
    private boolean put(PlanHeader header, Optional<String> etag) {
        return objects.replace(
                bucket, PlanKeys.header(header.job().id()), "application/json", bytes(HeaderDocument.of(header)), etag);
    }

    /// Empty when the job has no complete plan.
    public Optional<PlanHeader> header(JobId job) {
        return find(job).map(Found::plan);
    }

    /// As [#header], to be replaced or changed.
    public Optional<Found> find(JobId job) {
        String key = PlanKeys.header(job);
        return objects.head(bucket, key)
                .map(head -> new Found(whole(key, HeaderDocument.class).header(), head.etag()));
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
        return header(job).filter(plan -> objects.exists(bucket, PlanKeys.settled(job, plan.attempt())));
    }

    /// @param job the job's id
    private record CheckDocument(String job) {}

    /// A lane's batches, by number.
    public List<BatchRef> batches(PlanHeader plan, Lane lane) {
        return List.of(whole(batchList(plan, lane), BatchRef[].class));
    }

    /// Where in the work bucket the list of a lane's batches is.
    public static String batchList(PlanHeader plan, Lane lane) {
        return PlanKeys.batchList(plan.job().id(), plan.attempt(), lane);
    }

    /// Where in the work bucket the rows of a batch are.
    public static String rows(PlanHeader plan, BatchId batch) {
        return PlanKeys.batch(batch, plan.attempt());
    }

    /// A batch's rows, by line.
    ///
    /// @param parser what made the items when the job was planned; empty for a row that it refuses
    /// @return to be closed by the caller; reads on as rows are taken
    public Stream<PlannedItem> planned(PlanHeader plan, BatchId batch, Function<Row, Optional<Item>> parser) {
        return lines(rows(plan, batch), PlannedLine.class).map(line -> line.planned(parser));
    }

    /// The rows that the plan finished, by line.
    ///
    /// @param parser what made the items when the job was planned; empty for a row that it refuses
    /// @return to be closed by the caller; reads on as rows are taken
    public Stream<Settled> settled(PlanHeader plan, Function<Row, Optional<Item>> parser) {
        return lines(PlanKeys.settled(plan.job().id(), plan.attempt()), SettledLine.class)
                .map(line -> line.settled(parser));
    }

    /// Writes a small document.
    static void put(S3Objects objects, String bucket, String key, Object document) {
        objects.put(bucket, key, "application/json", bytes(document));
    }

    private static byte[] bytes(Object document) {
        try {
            return Json.mapper().writeValueAsBytes(document);
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
