/// Outcomes become the files that people read. Pure.
@org.jspecify.annotations.NullMarked
package io.numberferry.report;
