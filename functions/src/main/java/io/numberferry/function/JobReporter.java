package io.numberferry.function;

import io.numberferry.apply.Journal;
import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.aws.storage.S3Upload;
import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import io.numberferry.domain.Item;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Row;
import io.numberferry.manifest.Header;
import io.numberferry.manifest.Home;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.Parsed;
import io.numberferry.report.CallPace;
import io.numberferry.report.Ending;
import io.numberferry.report.ReportFiles;
import io.numberferry.report.ReportJob;
import io.numberferry.report.ReportRow;
import io.numberferry.report.ReportWriter;
import io.numberferry.report.Totals;
import io.numberferry.throttle.Quotas;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes the report of a job from its plan and its journal. The same job gives the same bytes, however often.
///
/// @param bucket where plans and reports are
/// @param quotas what the pace of the calls is shown against
record JobReporter(
        S3Objects objects,
        PlanFiles files,
        Journal journal,
        Home home,
        String bucket,
        Quotas quotas,
        WorkMetrics metrics) {

    /// Where a job's report is, with a slash at its end. The report of a mere plan has a folder of its own.
    static String prefix(JobId job, Ending.State state) {
        return "reports/" + job.value() + (state == Ending.State.PLANNED ? "/plan/" : "/");
    }

    /// Reports a job that has a plan.
    ///
    /// @param lastLook taken when all is written and nothing counts yet; throws where nothing is to count
    Totals report(PlanHeader plan, Ending ending, Runnable lastLook) throws IOException {
        ReportRows rows = new ReportRows(files, journal, items(plan, home), plan, ending);
        ReportJob job = new ReportJob(
                plan.job(),
                new ReportJob.Contents(Optional.of(plan.sha256()), plan.columns(), plan.rows()),
                ending,
                estimate(plan),
                plan.warnings(),
                calls(plan),
                paces(plan));
        RowCounts counts = new RowCounts();
        try (rows) {
            Totals totals = write(job, counts.over(rows), lastLook);
            if (ending.state() != Ending.State.PLANNED) {
                metrics.rows(plan.job().id(), counts);
            }
            return totals;
        }
    }

    /// Reports a job that never got a plan: no rows, and the reason.
    ///
    /// @param lastLook as above
    Totals reportWithoutPlan(Job job, Ending ending, Runnable lastLook) throws IOException {
        ReportJob.Contents nothing = new ReportJob.Contents(Optional.empty(), List.of(), 0);
        return write(
                new ReportJob(job, nothing, ending, Map.of(), List.of(), Map.of(), Map.of()),
                Collections.emptyIterator(),
                lastLook);
    }

    private Totals write(ReportJob job, Iterator<ReportRow> rows, Runnable lastLook) throws IOException {
        String prefix = prefix(job.job().id(), job.ending().state());
        Path scratch = Files.createTempFile("undo", ".tmp");
        try (S3Upload report = upload(prefix + "report.csv", "text/csv");
                S3Upload retry = upload(prefix + "retry.csv", "text/csv");
                S3Upload failed = upload(prefix + "failed.csv", "text/csv");
                S3Upload undo = upload(prefix + "undo.csv", "text/csv");
                S3Upload summary = upload(prefix + "summary.json", "application/json");
                S3Upload page = upload(prefix + "index.html", "text/html; charset=utf-8");
                SeekableByteChannel channel = Files.newByteChannel(
                        scratch,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            Totals totals = ReportWriter.write(
                    job,
                    OwnRows.reading(home),
                    rows,
                    new ReportFiles(report, retry, failed, undo, summary, page, channel));
            lastLook.run();
            for (S3Upload file : List.of(report, retry, failed, undo, page, summary)) {
                file.complete();
            }
            return totals;
        }
    }

    private S3Upload upload(String key, String contentType) {
        return objects.upload(bucket, key, contentType);
    }

    /// Reads the rows of a plan as the plan did.
    static Function<Row, Optional<Item>> items(PlanHeader plan, Home home) {
        ItemParser parser = new ItemParser(Header.of(plan.columns()), plan.job().settings(), home);
        return row -> parser.parse(row) instanceof Parsed.Good(var item) ? Optional.of(item) : Optional.empty();
    }

    private static Map<String, BigDecimal> estimate(PlanHeader plan) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        plan.estimate()
                .properties()
                .forEach(
                        figure -> figures.put(figure.getKey(), figure.getValue().decimalValue()));
        return figures;
    }

    private Map<Api, CallCount> calls(PlanHeader plan) {
        Map<Api, CallCount> calls = new EnumMap<>(Api.class);
        plan.calls().forEach((api, count) -> calls.merge(api, count, CallCount::plus));
        for (BatchRef batch : batches(plan)) {
            journal.calls(batch.id()).forEach((api, count) -> calls.merge(api, count, CallCount::plus));
        }
        return calls;
    }

    private Map<Api, CallPace> paces(PlanHeader plan) {
        Map<Api, CallSeries> series = new EnumMap<>(Api.class);
        for (BatchRef batch : batches(plan)) {
            journal.series(batch.id()).forEach((api, calls) -> series.merge(api, calls, CallSeries::plus));
        }
        Map<Api, CallPace> paces = new EnumMap<>(Api.class);
        series.forEach((api, calls) -> paces.put(api, new CallPace(calls, quotas.of(api))));
        return paces;
    }

    private List<BatchRef> batches(PlanHeader plan) {
        return plan.lanes().stream()
                .flatMap(lane -> files.batches(plan, lane.lane()).stream())
                .toList();
    }
}
