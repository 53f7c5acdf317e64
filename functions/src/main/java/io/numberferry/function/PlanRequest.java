package io.numberferry.function;

import io.numberferry.domain.ManifestRef;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The input of PlanFunction, as the state machine sends it. Lambda's own deserialiser makes a missing field
/// null, so everything is checked here.
///
/// @param bucket of the manifest
/// @param key decoded
/// @param versionId null for an unversioned object, or to take the newest
/// @param etag without quotes; null to take the newest
/// @param startedAt when the execution began, ISO-8601
/// @param settings of the job, by the names of docs/OPERATIONS.md; null for none
/// @param allowed what the deployment lets the job use; null where nothing is planned
/// @param execution the ARN of the execution that asks; null for none
/// @param approved whether a person has said yes to the plan
public record PlanRequest(
        String bucket,
        String key,
        @Nullable String versionId,
        @Nullable String etag,
        String startedAt,
        @Nullable Map<String, String> settings,
        @Nullable AllowedRequest allowed,
        @Nullable String execution,
        boolean approved) {
    public PlanRequest {
        Objects.requireNonNull(bucket, "a plan needs the bucket of the manifest");
        Objects.requireNonNull(key, "a plan needs the key of the manifest");
        Objects.requireNonNull(startedAt, "a plan needs the time the execution began");
    }

    /// The manifest, when the request says which version is meant; empty when S3 must be asked.
    Optional<ManifestRef> pinned() {
        return versionId == null && etag == null
                ? Optional.empty()
                : Optional.of(
                        new ManifestRef(bucket, key, Optional.ofNullable(versionId), etag == null ? "" : etag, 0));
    }

    /// The execution whose workers may begin rows by the plan that this request is answered with; empty when a person
    /// is to be asked first.
    ///
    /// @param asks whether the plan needs a yes
    Optional<String> goingOn(boolean asks) {
        return Optional.ofNullable(execution).filter(_ -> approved || !asks);
    }

    Map<String, String> settingsOrNone() {
        return settings == null ? Map.of() : settings;
    }
}
