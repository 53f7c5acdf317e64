package io.numberferry.report;

import io.numberferry.domain.CallSeries;
import io.numberferry.domain.Quota;

/// When calls of one API were sent, and how many might have been.
public record CallPace(CallSeries series, Quota quota) {}
