package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import io.numberferry.apply.BatchApplier;
import io.numberferry.apply.Closings;
import io.numberferry.apply.Journal;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.aws.AwsClients;
import io.numberferry.aws.Timeouts;
import io.numberferry.aws.executions.ExecutionReader;
import io.numberferry.aws.executions.ExecutionStarter;
import io.numberferry.aws.ports.AwsPorts;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.manifest.Home;
import io.numberferry.throttle.Timeline;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Puts the functions together from their settings. The only place where all parts are known.
public final class Wiring {
    /// SnapStart copies what was made before the first invocation into every worker; any other generator would give
    /// them all the same delays. This one draws on the system's each time.
    private static final RandomGenerator CHANCE = new SecureRandom();

    private final Settings settings;
    private final Timeline timeline;
    private final AwsPorts aws;
    private final WorkMetrics metrics;

    private Wiring(Settings settings, Timeline timeline) {
        this.settings = settings;
        this.timeline = timeline;
        this.aws = new AwsPorts(new AwsClients(settings.aws(), Timeouts.standard()), timeline::now);
        this.metrics = WorkMetrics.of(settings.metering());
    }

    /// @param variables the environment, or what stands for it on a laptop
    /// @param timeline the clock by which everything is paced
    /// @throws IllegalStateException naming every variable that is missing or wrong
    public static Wiring from(Map<String, String> variables, Timeline timeline) {
        return new Wiring(Settings.from(variables), timeline);
    }

    /// From the process's own environment, as Lambda sets it.
    static Wiring fromEnvironment() {
        return from(System.getenv(), new SystemTimeline());
    }

    JobPlanner planner() {
        S3Objects objects = objects();
        return new JobPlanner(
                objects, files(objects), services(), aws.numberTags(), aws.numberLimits(), pace(), home());
    }

    BatchApplier applier() {
        return new BatchApplier(services(), journal(), pace(), new VirtualThreads(), metrics::worked);
    }

    JobReporter reporter() {
        S3Objects objects = objects();
        return new JobReporter(
                objects, files(objects), journal(), home(), settings.outputBucket(), settings.quotas(), metrics);
    }

    Ends ends() {
        return new Ends(closings(), executions()::read);
    }

    JobCloser closer() {
        PlanFiles files = files();
        return new JobCloser(
                ends(),
                files,
                new BatchReader(files, home()),
                applier(),
                timeline::now,
                required(settings.workersGone(), "WORKERS_GONE_SECONDS"));
    }

    NumberExporter exporter() {
        return new NumberExporter(
                objects(),
                services(),
                aws.numberTags(),
                pace(),
                home(),
                settings.allowed(),
                settings.outputBucket(),
                metrics);
    }

    WorkMetrics metrics() {
        return metrics;
    }

    ExecutionStarter starter() {
        return aws.executions(required(settings.stateMachineArn(), "STATE_MACHINE_ARN"));
    }

    private static <T> T required(Optional<T> setting, String variable) {
        return setting.orElseThrow(
                () -> new IllegalStateException("the environment is not complete: " + variable + " is not set"));
    }

    ExecutionReader executions() {
        return aws.executions();
    }

    Closings closings() {
        return aws.closings(settings.tables().journal());
    }

    PlanFiles files() {
        return files(objects());
    }

    JobFinder finder() {
        return new JobFinder(objects(), settings.mostRows());
    }

    Home home() {
        return new Home(settings.aws().region(), settings.accountId());
    }

    /// When a function must have stopped calling.
    ///
    /// @param margin kept back for what comes after the last call
    Instant deadline(Context context, Duration margin) {
        return timeline.now().plusMillis(context.getRemainingTimeInMillis()).minus(margin);
    }

    Instant now() {
        return timeline.now();
    }

    Settings settings() {
        return settings;
    }

    S3Objects objects() {
        return aws.objects(settings.accountId());
    }

    private PlanFiles files(S3Objects objects) {
        return new PlanFiles(objects, settings.outputBucket());
    }

    private Services services() {
        return new Services(aws.connect(), aws.chime(), settings.chimePerCall());
    }

    Journal journal() {
        return aws.journal(settings.tables().journal());
    }

    private Pace pace() {
        return new Pace(settings.quotas(), aws.quotas(settings.tables().quotas()), timeline, CHANCE);
    }
}
