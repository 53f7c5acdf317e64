package io.numberferry.function;

import io.numberferry.aws.AccessKeys;
import io.numberferry.aws.AwsService;
import io.numberferry.aws.AwsSettings;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Rails;
import io.numberferry.domain.Service;
import io.numberferry.domain.Target;
import io.numberferry.plan.BatchSize;
import io.numberferry.throttle.Quotas;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that the functions take from their environment, read once.
///
/// @param aws where the services are
/// @param accountId the account the functions run in; empty when it is not told
/// @param outputBucket holds plans and reports
/// @param quotas the allowance of every API
/// @param chimePerCall most Chime numbers in one call
/// @param mostRows the largest manifest that is planned
/// @param stateMachineArn empty for functions that start nothing
/// @param workersGone how long after the end of a job none of its functions can be at work any more; empty for
///     functions that close nothing
/// @param inputBucket the only bucket whose uploads become jobs; empty where any is taken
/// @param metering empty where no metrics are wanted
/// @param allowed whose numbers are exported
record Settings(
        AwsSettings aws,
        Optional<String> accountId,
        String outputBucket,
        Tables tables,
        Quotas quotas,
        int chimePerCall,
        int mostRows,
        Optional<String> stateMachineArn,
        Optional<Duration> workersGone,
        Optional<String> inputBucket,
        Optional<Metering> metering,
        Allowed allowed) {

    /// Where metrics go.
    ///
    /// @param namespace in CloudWatch
    /// @param service tells the deployments of an account apart
    record Metering(String namespace, String service) {}

    /// What the deployment may use.
    ///
    /// @param connect instances and traffic distribution groups
    record Allowed(List<Target.OnConnect> connect, boolean chime) {
        Allowed {
            connect = List.copyOf(connect);
        }
    }

    /// The names of the DynamoDB tables.
    record Tables(String journal, String quotas) {}

    /// @throws IllegalStateException naming every variable that is missing or wrong
    static Settings from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        Quota connect = new Quota(
                environment.positive("CONNECT_RATE", Quotas.CONNECT_DEFAULT.ratePerSecond()),
                environment.count("CONNECT_BURST", Quotas.CONNECT_DEFAULT.burst()));
        Quota chime = new Quota(
                environment.positive("CHIME_RATE", Quotas.CHIME_DEFAULT.ratePerSecond()),
                environment.count("CHIME_BURST", Quotas.CHIME_DEFAULT.burst()));
        Optional<AwsSettings> aws = aws(environment);
        Tables tables = new Tables(environment.text("JOURNAL_TABLE"), environment.text("QUOTA_TABLE"));
        String bucket = environment.text("OUTPUT_BUCKET");
        int perCall = environment.count("CHIME_NUMBERS_PER_CALL", BatchSize.perCall(Service.CHIME));
        int mostRows = environment.count("MOST_ROWS", Rails.MOST_ROWS);
        Allowed allowed = new Allowed(
                AllowedTargets.read(environment, "EXPORT_TARGET_ARNS"), environment.flag("EXPORT_CHIME", false));
        Optional<Duration> workersGone = environment.seconds("WORKERS_GONE_SECONDS");
        environment.requireNoFaults();
        return new Settings(
                aws.orElseThrow(),
                environment.optional("ACCOUNT_ID"),
                bucket,
                tables,
                new Quotas(connect, chime, Map.of()),
                perCall,
                mostRows,
                environment.optional("STATE_MACHINE_ARN"),
                workersGone,
                environment.optional("INPUT_BUCKET"),
                metering(environment),
                allowed);
    }

    private static Optional<Metering> metering(Environment environment) {
        String service = environment.optional("POWERTOOLS_SERVICE_NAME").orElse("numberferry");
        return environment.optional("POWERTOOLS_METRICS_NAMESPACE").map(namespace -> new Metering(namespace, service));
    }

    private static Optional<AwsSettings> aws(Environment environment) {
        // A missing Region is noted already; the word stands in for it, so that the endpoints are checked, too.
        String region = Optional.of(environment.text("AWS_REGION"))
                .filter(text -> !text.isEmpty())
                .orElse("missing");
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        for (AwsService service : AwsService.values()) {
            environment.address(service.endpointVariable()).ifPresent(uri -> endpoints.put(service, uri));
        }
        Optional<AccessKeys> keys = endpoints.isEmpty() ? Optional.empty() : Optional.of(localKeys());
        try {
            return Optional.of(new AwsSettings(region, endpoints, keys));
        } catch (IllegalArgumentException e) {
            environment.fault(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// Keys for services that are not AWS: they are worth nothing, and are never sent to AWS.
    private static AccessKeys localKeys() {
        return new AccessKeys("local", "local");
    }
}
