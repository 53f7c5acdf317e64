package io.numberferry.aws.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Lane;
import io.numberferry.domain.Warning;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is to be known of a job's plan without reading its rows.
///
/// @param attempt which try of planning the job this is: the name of the folder that its files are in
/// @param columns the manifest's header, in its order: what the cells of every row belong to
/// @param sha256 of the manifest's bytes, in lower-case hex
/// @param lanes those that have batches, by label
/// @param settled how many rows were finished by the plan
/// @param calls what planning itself sent
/// @param estimate a flat JSON object, for people
/// @param warnings what a person should know, most general first
public record PlanHeader(
        Job job,
        String attempt,
        List<String> columns,
        String sha256,
        List<LaneSize> lanes,
        int settled,
        Map<Api, CallCount> calls,
        JsonNode estimate,
        List<Warning> warnings) {
    public PlanHeader {
        columns = List.copyOf(columns);
        lanes = List.copyOf(lanes);
        calls = Collections.unmodifiableMap(new TreeMap<>(calls));
        warnings = List.copyOf(warnings);
    }

    /// How much there is to do in a lane.
    ///
    /// @param batches they are numbered from 1
    public record LaneSize(Lane lane, int batches, int rows) {}

    /// The same plan, under other settings.
    PlanHeader with(JobSettings settings) {
        Job under = new Job(job.id(), job.manifest(), settings, job.startedAt());
        return new PlanHeader(under, attempt, columns, sha256, lanes, settled, calls, estimate, warnings);
    }

    /// All rows of the manifest.
    public int rows() {
        return settled + lanes.stream().mapToInt(LaneSize::rows).sum();
    }
}
