package io.numberferry.report;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.ManifestRef;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Warning;
import io.numberferry.report.Ending.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs for the report's tests: one manifest, one hour, one account.
final class Jobs {
    private static final ManifestRef MANIFEST =
            new ManifestRef("example-in", "run/numbers & more.csv", Optional.of("v1.AbC"), "0123abcd", 2_048);

    private Jobs() {}

    static ReportJob completed(List<String> header, int rows) {
        return ending(State.COMPLETED, Optional.empty(), header, rows);
    }

    static ReportJob ending(State state, Optional<String> cause, List<String> header, int rows) {
        return with(
                JobSettings.asWritten(), new Ending(state, cause, Instant.parse("2026-03-01T10:02:03Z")), header, rows);
    }

    static ReportJob with(JobSettings settings, Ending ending, List<String> header, int rows) {
        Job job = new Job(JobId.of(MANIFEST), MANIFEST, settings, Instant.parse("2026-03-01T09:00:00Z"));
        Optional<String> sha256 = Optional.of("ab".repeat(32));
        return new ReportJob(
                job, new ReportJob.Contents(sha256, header, rows), ending, estimate(), warnings(), calls(), paces());
    }

    private static Map<String, BigDecimal> estimate() {
        Map<String, BigDecimal> estimate = new LinkedHashMap<>();
        estimate.put("calls", new BigDecimal("14"));
        estimate.put("seconds", new BigDecimal("4.5"));
        estimate.put("irreversibleRows", new BigDecimal("1E+1"));
        return estimate;
    }

    private static List<Warning> warnings() {
        return List.of(new Warning(Warning.Code.PERMISSION_MISSING, "connect:DescribeInstance was refused", 0));
    }

    private static Map<Api, CallPace> paces() {
        Instant start = Instant.parse("2026-03-01T09:00:02Z");
        CallSeries series = CallSeries.NONE;
        for (int second = 0; second < 600; second++) {
            series = series.plus(
                    CallSeries.of(start.plusSeconds(second), new CallCount(2, second % 200 == 7 ? 1 : 0, 0)));
        }
        return Map.of(Api.CLAIM_PHONE_NUMBER, new CallPace(series, new Quota(2, 5)));
    }

    private static Map<Api, CallCount> calls() {
        return Map.of(
                Api.UPDATE_CHIME_NUMBER, new CallCount(3, 0, 0),
                Api.CLAIM_PHONE_NUMBER, new CallCount(1_204, 3, 4));
    }
}
