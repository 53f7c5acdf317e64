package io.numberferry.manifest;

import io.numberferry.domain.Rejection;
import io.numberferry.domain.Row;

/// One record of the file that is not blank. Every one comes out exactly once, in the order of the file.
public sealed interface ManifestRow {

    Row row();

    /// The record could be read; what its cells say is not yet checked.
    record Whole(Row row) implements ManifestRow {}

    /// The record is damaged or does not fit the header. The cells are what could be read, for the report
    /// only: bytes that are no text appear as `\xE9`.
    record Broken(Row row, Rejection rejection) implements ManifestRow {}
}
