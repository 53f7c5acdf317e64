package io.numberferry.aws.storage;

import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.ManifestRef;
import java.time.Instant;
import java.util.Optional;

/// A job as flat JSON: the manifest's identity, then the settings.
record JobDocument(
        String id,
        Instant startedAt,
        String bucket,
        String key,
        Optional<String> versionId,
        String etag,
        long size,
        Optional<String> operation,
        Optional<String> target,
        boolean dryRun,
        JobSettings.OnRejection onRejection,
        boolean allowRelease,
        Optional<String> country,
        RailsDocument rails) {

    static JobDocument of(Job job) {
        ManifestRef manifest = job.manifest();
        JobSettings settings = job.settings();
        return new JobDocument(
                job.id().value(),
                job.startedAt(),
                manifest.bucket(),
                manifest.key(),
                manifest.versionId(),
                manifest.etag(),
                manifest.size(),
                settings.operation(),
                settings.target(),
                settings.dryRun(),
                settings.onRejection(),
                settings.allowRelease(),
                settings.country(),
                RailsDocument.of(settings.rails()));
    }

    Job job() {
        return new Job(
                new JobId(id),
                new ManifestRef(bucket, key, versionId, etag, size),
                new JobSettings(operation, target, dryRun, onRejection, allowRelease, country, rails.rails()),
                startedAt);
    }
}
