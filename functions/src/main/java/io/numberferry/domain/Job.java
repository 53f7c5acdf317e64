package io.numberferry.domain;

import java.time.Instant;

/// One submitted CSV and all that happens to it.
///
/// @param startedAt when its execution began
public record Job(JobId id, ManifestRef manifest, JobSettings settings, Instant startedAt) {}
