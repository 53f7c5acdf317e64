package io.numberferry.function;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Status;
import java.util.Map;
import java.util.Optional;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/// Tells CloudWatch what work came to: lines of its embedded metric format on standard output. docs/OPERATIONS.md
/// lists them.
///
/// Dimensions are words of closed lists (API, operation, outcome, code), never a number, a target or a job: each
/// combination is a metric that is paid for. Safe for use by several threads.
final class WorkMetrics {
    private static final String SERVICE = "Service";

    private final Optional<Metrics> metrics;

    private WorkMetrics(Optional<Metrics> metrics) {
        this.metrics = metrics;
    }

    /// @param metering empty to say nothing
    static WorkMetrics of(Optional<Settings.Metering> metering) {
        return new WorkMetrics(metering.map(WorkMetrics::metrics));
    }

    private static Metrics metrics(Settings.Metering metering) {
        // Else it looks around, by network calls, for what it runs on, and finds no standard output but Lambda's.
        EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
        Metrics metrics = MetricsFactory.getMetricsInstance();
        metrics.setNamespace(metering.namespace());
        metrics.setDefaultDimensions(DimensionSet.of(SERVICE, metering.service()));
        return metrics;
    }

    /// What a worker did, told while it works.
    void worked(JobId job, Map<Api, CallCount> calls, int rows) {
        calls(calls);
        rowsEnded(job, rows);
    }

    /// What was sent.
    void calls(Map<Api, CallCount> calls) {
        CallCount all = calls.values().stream().reduce(CallCount.NONE, CallCount::plus);
        metrics.ifPresent(to -> {
            to.flushMetrics(line -> add(line, all));
            calls.forEach((api, count) -> to.flushMetrics(line -> {
                line.setDefaultDimensions(service(line).addDimension("Api", api.qualifiedName()));
                add(line, count);
            }));
        });
    }

    /// A set of dimensions with the service in it. Sets that are added to a line stand beside the line's first,
    /// each a metric of its own; ours are to be one.
    private static DimensionSet service(Metrics line) {
        return DimensionSet.of(SERVICE, line.getDefaultDimensions().getDimensionValue(SERVICE));
    }

    private static void add(Metrics line, CallCount count) {
        line.addMetric("CallsSent", (double) count.sent(), MetricUnit.COUNT);
        line.addMetric("CallsThrottled", (double) count.throttled(), MetricUnit.COUNT);
        line.addMetric("CallsRetried", (double) count.retried(), MetricUnit.COUNT);
    }

    /// Rows that a worker brought to an end.
    private void rowsEnded(JobId job, int rows) {
        metrics.ifPresent(to -> to.flushMetrics(line -> {
            line.addMetadata("job", job.value());
            line.addMetric("RowsEnded", rows, MetricUnit.COUNT);
        }));
    }

    /// All rows of a job that has ended. A report that is made again counts them again.
    void rows(JobId job, RowCounts rows) {
        metrics.ifPresent(to -> {
            to.flushMetrics(line -> {
                line.addMetadata("job", job.value());
                line.addMetric("RowsSucceeded", rows.ended(Status.SUCCEEDED), MetricUnit.COUNT);
                line.addMetric("RowsFailed", rows.ended(Status.FAILED), MetricUnit.COUNT);
                line.addMetric("RowsUnknown", rows.ended(Status.UNKNOWN), MetricUnit.COUNT);
                line.addMetric("TokenConflicts", rows.ended(Reason.TOKEN_CONFLICT), MetricUnit.COUNT);
            });
            rows.kinds()
                    .forEach((kind, count) -> to.flushMetrics(line -> {
                        line.addMetadata("job", job.value());
                        line.setDefaultDimensions(service(line)
                                .addDimension("Operation", kind.operation())
                                .addDimension("Outcome", kind.reason().status().name())
                                .addDimension("Code", kind.reason().name()));
                        line.addMetric("Rows", count, MetricUnit.COUNT);
                    }));
        });
    }
}
