package io.numberferry.function;

import io.numberferry.aws.storage.S3Object;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.ManifestRef;
import java.time.Instant;
import java.util.Optional;

/// Finds out which job a request is about: which version of which object, and how it is to be run.
record JobFinder(S3Objects objects) {

    /// @throws JobSettingsException when a setting cannot be understood
    /// @throws NoManifestException when there is no such object
    Job find(PlanRequest request) {
        S3Object object = objects.head(request.bucket(), request.key())
                .orElseThrow(() -> new NoManifestException(request.bucket(), request.key()));
        ManifestRef newest =
                new ManifestRef(request.bucket(), request.key(), object.versionId(), object.etag(), object.size());
        ManifestRef manifest =
                request.pinned().map(pinned -> sized(pinned, newest)).orElse(newest);
        JobSettings settings = JobSettingsReader.read(request.key(), object.metadata(), request.settingsOrNone());
        return new Job(JobId.of(manifest), manifest, settings, Instant.parse(request.startedAt()));
    }

    /// The job's id alone, also when the object is gone.
    static Optional<JobId> id(PlanRequest request) {
        return request.pinned().map(JobId::of);
    }

    private static ManifestRef sized(ManifestRef pinned, ManifestRef newest) {
        String etag = pinned.etag().isEmpty() ? newest.etag() : pinned.etag();
        return new ManifestRef(pinned.bucket(), pinned.key(), pinned.versionId(), etag, newest.size());
    }
}
