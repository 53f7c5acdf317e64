package io.numberferry.function;

import io.numberferry.aws.storage.S3Object;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.ManifestRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds out which job a request is about: which version of which object, and how it is to be run.
///
/// @param mostRows the largest manifest that this deployment takes
record JobFinder(S3Objects objects, int mostRows) {

    /// @throws JobSettingsException when a setting cannot be understood
    /// @throws NoManifestException when there is no such object
    Job find(PlanRequest request) {
        Optional<String> version = request.pinned().flatMap(ManifestRef::versionId);
        S3Object object = objects.head(request.bucket(), request.key(), version)
                .orElseThrow(() -> new NoManifestException(request.bucket(), request.key()));
        ManifestRef found =
                new ManifestRef(request.bucket(), request.key(), object.versionId(), object.etag(), object.size());
        ManifestRef manifest =
                request.pinned().map(pinned -> sized(pinned, found)).orElse(found);
        Given given = JobSettingsReader.given(object.metadata(), request.settingsOrNone());
        JobSettings settings = JobSettingsReader.read(request.key(), given, mostRows);
        return new Job(id(manifest, request, settings), manifest, settings, Instant.parse(request.startedAt()));
    }

    /// What the start says of the rows is part of the id; what the upload says of them belongs to its version.
    private static JobId id(ManifestRef manifest, PlanRequest request, JobSettings settings) {
        return JobId.of(manifest, JobSettingsReader.meaning(request.settingsOrNone(), settings));
    }

    /// The job, also when its manifest can no longer be read: then with what the request says of it.
    Job findEvenIfGone(PlanRequest request) {
        try {
            return find(request);
        } catch (NoManifestException | JobSettingsException _) {
            return ofRequest(request);
        }
    }

    private Job ofRequest(PlanRequest request) {
        ManifestRef ref = request.pinned()
                .orElseGet(() -> new ManifestRef(request.bucket(), request.key(), Optional.empty(), "", 0));
        Instant startedAt = Instant.parse(request.startedAt());
        try {
            Given given = JobSettingsReader.given(Map.of(), request.settingsOrNone());
            JobSettings settings = JobSettingsReader.read(request.key(), given, mostRows);
            return new Job(id(ref, request, settings), ref, settings, startedAt);
        } catch (JobSettingsException _) {
            // By what was written, so that it is not taken for the job of the upload.
            JobId id = JobId.of(ref, new TreeMap<>(request.settingsOrNone()));
            return new Job(id, ref, JobSettings.asWritten(), startedAt);
        }
    }

    private static ManifestRef sized(ManifestRef pinned, ManifestRef found) {
        String etag = pinned.etag().isEmpty() ? found.etag() : pinned.etag();
        return new ManifestRef(pinned.bucket(), pinned.key(), pinned.versionId(), etag, found.size());
    }
}
