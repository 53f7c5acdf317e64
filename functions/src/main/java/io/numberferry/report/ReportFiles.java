package io.numberferry.report;

import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

/// Where a report goes: one stream per file. They are written and flushed, never closed: whoever opened
/// them closes them after a success, and throws their content away after an exception.
///
/// @param report for `report.csv`
/// @param retry for `retry.csv`
/// @param failed for `failed.csv`
/// @param undo for `undo.csv`
/// @param summary for `summary.json`
/// @param page for `index.html`
/// @param scratch empty, readable and writable, for example a temporary file: holds what `undo.csv` must
///     show in reverse order, about 200 bytes per undone row; of no use afterwards
public record ReportFiles(
        OutputStream report,
        OutputStream retry,
        OutputStream failed,
        OutputStream undo,
        OutputStream summary,
        OutputStream page,
        SeekableByteChannel scratch) {}
