package io.numberferry.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The output of PlanFunction: what the state machine needs to know, by reference.
///
/// @param jobId 32 hex digits
/// @param manifest the version that was planned, for every later step
/// @param rows of the manifest
/// @param toDo rows that are left to do
/// @param approvalSeconds how long to wait for a person's yes before anything is changed; 0 to go on without
/// @param lanes those that have something to do; none after a dry run
public record PlanAnswer(
        String jobId, Version manifest, int rows, int toDo, int approvalSeconds, List<LaneAnswer> lanes) {
    public PlanAnswer {
        lanes = List.copyOf(lanes);
    }

    /// Which version of the manifest it is.
    ///
    /// @param versionId null for an unversioned object
    /// @param etag without quotes
    public record Version(@Nullable String versionId, String etag) {}

    /// One lane's work.
    ///
    /// @param lane the label, for example `connect-us-west-2`
    /// @param bucket where the plan is
    /// @param batchesKey where in the bucket the list of the lane's batches is
    /// @param workers how many batches may be under way at once
    /// @param toleratedBatches how many batches may be given up before the others are not begun, in percent
    public record LaneAnswer(
            String lane, String bucket, String batchesKey, int batches, int workers, int toleratedBatches) {}
}
