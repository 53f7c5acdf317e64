package io.numberferry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.retries.api.RetryStrategy;

class AwsClientsTest {
    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void theWorkerOwnsTheRetriesOfConnectAndChime() {
        try (var connect = wire.clients().connect();
                var chime = wire.clients().chime()) {
            assertThat(Stream.of(connect.serviceClientConfiguration(), chime.serviceClientConfiguration())
                            .map(AwsClientsTest::attempts))
                    .containsOnly(1);
        }
    }

    @Test
    void theSdkRetriesTheStores() {
        try (var s3 = wire.clients().s3();
                var dynamoDb = wire.clients().dynamoDb();
                var stepFunctions = wire.clients().stepFunctions()) {
            assertThat(Stream.of(
                                    s3.serviceClientConfiguration(),
                                    dynamoDb.serviceClientConfiguration(),
                                    stepFunctions.serviceClientConfiguration())
                            .map(AwsClientsTest::attempts))
                    .containsOnly(3);
        }
    }

    @Test
    void everyAttemptHasATimeLimit() {
        AwsClients clients = new AwsClients(wire.settings(), Timeouts.standard());
        try (var connect = clients.connect();
                var chime = clients.chime();
                var s3 = clients.s3();
                var dynamoDb = clients.dynamoDb();
                var stepFunctions = clients.stepFunctions()) {
            assertThat(Stream.of(
                                    connect.serviceClientConfiguration(),
                                    chime.serviceClientConfiguration(),
                                    s3.serviceClientConfiguration(),
                                    dynamoDb.serviceClientConfiguration(),
                                    stepFunctions.serviceClientConfiguration())
                            .map(configuration -> configuration
                                    .overrideConfiguration()
                                    .apiCallAttemptTimeout()
                                    .orElseThrow()
                                    .toSeconds()))
                    .containsExactly(10L, 10L, 30L, 5L, 10L);
        }
    }

    @Test
    void requestsAreSignedWithTheMadeUpKeysAndEachServicesName() {
        try (var connect = wire.clients().connect();
                var chime = wire.clients().chime();
                var dynamoDb = wire.clients().dynamoDb();
                var stepFunctions = wire.clients().stepFunctions()) {
            wire.answers(200, "{}");
            connect.listPhoneNumbersV2(request -> request.maxResults(1));
            chime.listPhoneNumbers(request -> request.maxResults(1));
            dynamoDb.listTables();
            stepFunctions.listStateMachines();
        }
        assertThat(wire.requests().stream()
                        .map(request -> request.header("Authorization").replaceAll(".*Credential=([^,]*),.*", "$1"))
                        .map(scope -> scope.replaceAll("/[0-9]{8}/", "/date/")))
                .containsExactly(
                        "local/date/us-west-2/connect/aws4_request",
                        "local/date/us-west-2/chime/aws4_request",
                        "local/date/us-west-2/dynamodb/aws4_request",
                        "local/date/us-west-2/states/aws4_request");
    }

    @Test
    void aLocalBucketIsInThePathAndUploadsDoNotAskFirst() {
        try (var s3 = wire.clients().s3()) {
            s3.putObject(request -> request.bucket("reports").key("a/b.csv"), RequestBody.fromString("line"));
        }
        assertThat(wire.request().line()).isEqualTo("PUT /reports/a/b.csv");
        assertThat(wire.request().header("Expect")).isEmpty();
    }

    @Test
    void atAwsTheEndpointsAreThePublishedOnesAndTheEnvironmentsCredentialsSign() {
        AwsClients clients = new AwsClients(AwsSettings.atAws("us-west-2"), Timeouts.standard());
        try (var connect = clients.connect()) {
            var configuration = connect.serviceClientConfiguration();
            assertThat(configuration.endpointOverride()).isEmpty();
            assertThat(configuration.region().id()).isEqualTo("us-west-2");
            assertThat(configuration.credentialsProvider()).isInstanceOf(DefaultCredentialsProvider.class);
        }
    }

    private static int attempts(AwsServiceClientConfiguration configuration) {
        return configuration
                .overrideConfiguration()
                .retryStrategy()
                .map(RetryStrategy::maxAttempts)
                .orElseThrow();
    }
}
