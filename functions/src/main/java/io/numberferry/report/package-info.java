/// Outcomes become the files that people read. Pure: no clock, no environment, no network.
///
/// Start at [io.numberferry.report.ReportWriter]. The formats are described in docs/REPORT.md.
@org.jspecify.annotations.NullMarked
package io.numberferry.report;
