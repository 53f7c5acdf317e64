package io.numberferry.function;

import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.report.Ending;
import io.numberferry.report.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes the report of [ReportBench]'s job twice, each time after reading what it is made of, as a process of its own.
/// Says what the second one took.
final class MeasuredReport {
    private final Wiring wiring;
    private final PlanHeader plan;
    private final List<BatchRef> batches;

    private MeasuredReport(Wiring wiring) {
        this.wiring = wiring;
        this.plan = wiring.files().header(ReportBench.JOB.id()).orElseThrow();
        this.batches = plan.lanes().stream()
                .flatMap(lane -> wiring.files().batches(plan, lane.lane()).stream())
                .toList();
    }

    private interface Work {
        void run() throws IOException;
    }

    /// @param endpoints of S3 and of DynamoDB
    public static void main(String[] endpoints) throws IOException {
        MeasuredReport measured =
                new MeasuredReport(Wiring.from(ReportBench.environment(endpoints), new SystemTimeline()));
        System.out.println("first: " + measured.once());
        System.out.println("second: " + measured.once());
    }

    private String once() throws IOException {
        double files = seconds(this::readFiles);
        double journal = seconds(this::readJournal);
        double report = seconds(this::report);
        return String.format(
                Locale.ROOT,
                "%,d rows: report %.2f times reading plan files and journal (files %.0f %% of that), %.2f s, most heap %d MB",
                plan.rows(),
                report / (files + journal),
                100 * files / (files + journal),
                report,
                heap() >> 20);
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void readFiles() throws IOException {
        for (BatchRef batch : batches) {
            try (InputStream content = wiring.objects().open("numberferry-output", batch.key())) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void readJournal() {
        for (BatchRef batch : batches) {
            if (wiring.journal().read(batch.id()).size() != batch.rows()) {
                throw new IllegalStateException("the journal lacks rows of " + batch.id());
            }
        }
    }

    private void report() throws IOException {
        Ending ending = new Ending(Ending.State.COMPLETED, Optional.empty(), Instant.parse("2026-03-01T10:00:00Z"));
        Totals totals = wiring.reporter().report(plan, ending, () -> {});
        if (totals.rows() != plan.rows()) {
            throw new IllegalStateException("the report lacks rows");
        }
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
