package io.numberferry.function;

import io.numberferry.apply.BatchApplier;
import io.numberferry.apply.Journal;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.aws.AwsClients;
import io.numberferry.aws.Timeouts;
import io.numberferry.aws.executions.ExecutionStarter;
import io.numberferry.aws.ports.AwsPorts;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.manifest.Home;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Puts the functions together from their settings. The only place where all parts are known.
public final class Wiring {
    private final Settings settings;
    private final AwsPorts aws;

    private Wiring(Settings settings) {
        this.settings = settings;
        this.aws = new AwsPorts(new AwsClients(settings.aws(), Timeouts.standard()), InstantSource.system());
    }

    /// @param variables the environment, or what stands for it on a laptop
    /// @throws IllegalStateException naming every variable that is missing or wrong
    public static Wiring from(Map<String, String> variables) {
        return new Wiring(Settings.from(variables));
    }

    /// From the process's own environment, as Lambda sets it.
    static Wiring fromEnvironment() {
        return from(System.getenv());
    }

    JobPlanner planner() {
        S3Objects objects = objects();
        return new JobPlanner(objects, files(objects), services(), pace(), home());
    }

    BatchApplier applier() {
        return new BatchApplier(services(), journal(), pace(), new VirtualThreads());
    }

    JobReporter reporter() {
        S3Objects objects = objects();
        return new JobReporter(objects, files(objects), journal(), home(), settings.outputBucket());
    }

    ExecutionStarter starter() {
        return aws.executions(settings.stateMachineArn()
                .orElseThrow(() ->
                        new IllegalStateException("the environment is not complete: STATE_MACHINE_ARN is not set")));
    }

    PlanFiles files() {
        return files(objects());
    }

    JobFinder finder() {
        return new JobFinder(objects());
    }

    Home home() {
        return new Home(settings.aws().region(), settings.accountId());
    }

    Settings settings() {
        return settings;
    }

    private S3Objects objects() {
        return aws.objects(settings.accountId());
    }

    private PlanFiles files(S3Objects objects) {
        return new PlanFiles(objects, settings.outputBucket());
    }

    private Services services() {
        return new Services(aws.connect(), aws.chime(), settings.chimePerCall());
    }

    private Journal journal() {
        return aws.journal(settings.tables().journal());
    }

    private Pace pace() {
        return new Pace(
                settings.quotas(),
                aws.quotas(settings.tables().quotas()),
                new SystemTimeline(),
                RandomGenerator.getDefault());
    }
}
