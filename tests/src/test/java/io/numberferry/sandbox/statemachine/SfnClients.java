package io.numberferry.sandbox.statemachine;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// The SDK's client, towards loopback and with credentials that are none.
final class SfnClients {
    private SfnClients() {}

    static SfnClient to(URI endpoint) {
        return SfnClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /// Asks until the execution has closed.
    static DescribeExecutionResponse ended(SfnClient client, String executionArn) {
        DescribeExecutionResponse described;
        do {
            described = client.describeExecution(request -> request.executionArn(executionArn));
        } while (described.status() == ExecutionStatus.RUNNING);
        return described;
    }
}
