package io.numberferry.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/// Builds the SDK's clients. Each call builds a new one, which is safe for several threads: keep it.
///
/// The HTTP client is the JDK's URL connection, the quickest to start in a Lambda. The JDK repeats a read
/// once, unasked, when its answer is lost; it repeats no write.
public final class AwsClients {
    /// A TCP connection within a Region takes milliseconds.
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    private final AwsSettings settings;
    private final Timeouts timeouts;

    public AwsClients(AwsSettings settings, Timeouts timeouts) {
        this.settings = settings;
        this.timeouts = timeouts;
    }

    /// One attempt a call, whatever `AWS_MAX_ATTEMPTS` says: the worker owns the retries, counts every
    /// call against the quota and writes down what it is about to repeat.
    public ConnectClient connect() {
        return configure(ConnectClient.builder(), AwsService.CONNECT, timeouts.numbers(), AwsRetryStrategy.doNotRetry())
                .build();
    }

    /// One attempt a call, as for [#connect].
    public ChimeSdkVoiceClient chime() {
        return configure(
                        ChimeSdkVoiceClient.builder(),
                        AwsService.CHIME,
                        timeouts.numbers(),
                        AwsRetryStrategy.doNotRetry())
                .build();
    }

    /// One attempt a call: only a warning depends on it.
    public ServiceQuotasClient serviceQuotas() {
        return configure(
                        ServiceQuotasClient.builder(),
                        AwsService.SERVICE_QUOTAS,
                        timeouts.numbers(),
                        AwsRetryStrategy.doNotRetry())
                .build();
    }

    /// One attempt a call, as for [#connect].
    public ResourceGroupsTaggingApiClient tagging() {
        return configure(
                        ResourceGroupsTaggingApiClient.builder(),
                        AwsService.TAGGING,
                        timeouts.numbers(),
                        AwsRetryStrategy.doNotRetry())
                .build();
    }

    /// With the SDK's standard retries: 3 attempts.
    public S3Client s3() {
        return configure(S3Client.builder(), AwsService.S3, timeouts.objects(), retries())
                // Local servers are reached by address; a bucket cannot be a part of that.
                .forcePathStyle(settings.elsewhere())
                .build();
    }

    /// With the SDK's standard retries: 3 attempts.
    public DynamoDbClient dynamoDb() {
        return configure(DynamoDbClient.builder(), AwsService.DYNAMODB, timeouts.table(), retries())
                .build();
    }

    /// With the SDK's standard retries: 3 attempts.
    public SfnClient stepFunctions() {
        return configure(SfnClient.builder(), AwsService.STEP_FUNCTIONS, timeouts.executions(), retries())
                .build();
    }

    private static RetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
            B builder, AwsService service, Duration timeout, RetryStrategy retries) {
        URI endpoint = settings.endpoints().get(service);
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.region(Region.of(settings.region()))
                .credentialsProvider(credentials())
                .httpClientBuilder(http(timeout))
                .overrideConfiguration(override(timeout, retries));
    }

    private AwsCredentialsProvider credentials() {
        return settings.keys()
                .<AwsCredentialsProvider>map(
                        keys -> StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.id(), keys.secret())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /// The socket's limit is the one that works: it ends the wait for an answer cleanly.
    private UrlConnectionHttpClient.Builder http(Duration timeout) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECTION_TIMEOUT)
                .socketTimeout(timeout)
                // A proxy is for the way to AWS.
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(!settings.elsewhere())
                        .useEnvironmentVariablesValues(!settings.elsewhere())
                        .build());
    }

    /// The attempt's limit only catches what outlives the socket's, such as an answer that trickles. It
    /// interrupts the thread and tears the connection down, at any moment, so it must not come first.
    private ClientOverrideConfiguration override(Duration timeout, RetryStrategy retries) {
        ClientOverrideConfiguration.Builder override = ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(timeout.plus(CONNECTION_TIMEOUT))
                .retryStrategy(retries)
                .addExecutionInterceptor(new DeletesWithBody());
        return settings.elsewhere()
                ? override.addExecutionInterceptor(new WithoutExpect()).build()
                : override.build();
    }
}
