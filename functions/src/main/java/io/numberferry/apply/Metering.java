package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;

/// Tells a meter what one worker did since it was told last. Safe for use by several threads.
final class Metering {
    /// CloudWatch keeps one point a minute: told more often, it would cost more and show no more.
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Meter meter;
    private final JobId job;
    private final IntSupplier ended;
    private final Map<Api, CallCount> calls = new EnumMap<>(Api.class);
    private int told;
    private Instant next;

    /// @param ended how many rows of the batch have ended
    /// @param begin when the worker begins
    Metering(Meter meter, JobId job, IntSupplier ended, Instant begin) {
        this.meter = meter;
        this.job = job;
        this.ended = ended;
        this.told = ended.getAsInt();
        this.next = begin.plus(EVERY);
    }

    synchronized void sent(Api api, CallCount count, Instant at) {
        calls.merge(api, count, CallCount::plus);
        if (!at.isBefore(next)) {
            tell();
            next = at.plus(EVERY);
        }
    }

    /// Tells what is left, if there is anything.
    synchronized void finish() {
        if (!calls.isEmpty() || ended.getAsInt() > told) {
            tell();
        }
    }

    private void tell() {
        int rows = ended.getAsInt();
        meter.worked(job, new EnumMap<>(calls), rows - told);
        told = rows;
        calls.clear();
    }
}
