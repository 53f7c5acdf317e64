package io.numberferry.sandbox.simulator;

import io.numberferry.sandbox.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.ClaimedPhoneNumberSummary;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;

/// A running simulator under virtual time, with the SDK's clients pointed at it.
final class Scene implements AutoCloseable {
    static final String DAY = "b0a7b0a7-0001-4000-8000-000000000001";
    static final String NIGHT = "b0a7b0a7-0002-4000-8000-000000000002";
    static final String ARN = "arn:aws:connect:us-west-2:111122223333:";
    static final String GROUP_ARN = ARN + "traffic-distribution-group/b0a7b0a7-00a1-4000-8000-0000000000a1";
    static final String MAIN_FLOW = "b0a7b0a7-0f11-4000-8000-000000000f11";
    static final Duration SETTLED = Duration.ofSeconds(1);

    final VirtualTime time;
    final Simulator simulator;
    final ConnectClient connect;
    final ChimeSdkVoiceClient chime;
    final ResourceGroupsTaggingApiClient tagging;

    private Scene(VirtualTime time, Simulator simulator) {
        this.time = time;
        this.simulator = simulator;
        this.connect = pointed(ConnectClient.builder()).build();
        this.chime = pointed(ChimeSdkVoiceClient.builder()).build();
        this.tagging = pointed(ResourceGroupsTaggingApiClient.builder()).build();
    }

    /// The usual account, with more top-level fields of a world file: `"maxListSize": 3`.
    static Scene with(String... fields) {
        return of(world(fields), settings -> settings.withQuotaScale(1000));
    }

    static Scene of(World world, UnaryOperator<SimulatorSettings> change) {
        VirtualTime time = new VirtualTime();
        try {
            var settings = SimulatorSettings.defaults().withTime(time, time::pass);
            return new Scene(time, Simulator.start(world, change.apply(settings)));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    static World world(String... fields) {
        return World.parse("{" + ACCOUNT + String.join("", fields).replaceFirst("^(?=.)", ",") + "}", "test world");
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B pointed(B builder) {
        return builder.endpointOverride(simulator.uri())
                .region(Region.US_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("dummy", "dummy")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .build());
    }

    /// Claims at the day instance, with a token of its own.
    ClaimPhoneNumberResponse claim(String number) {
        return connect.claimPhoneNumber(request -> request.phoneNumber(number).instanceId(DAY));
    }

    /// Claims and waits until that has settled.
    String claimed(String number) {
        String id = claim(number).phoneNumberId();
        time.pass(SETTLED);
        return id;
    }

    ClaimedPhoneNumberSummary describe(String id) {
        return connect.describePhoneNumber(request -> request.phoneNumberId(id)).claimedPhoneNumberSummary();
    }

    ApiCalls calls(String api) {
        return simulator.calls().getOrDefault(api, ApiCalls.none(VirtualTime.START));
    }

    @Override
    public void close() {
        connect.close();
        chime.close();
        tagging.close();
        try {
            simulator.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static final String ACCOUNT = """
            "connect": {
              "instances": [
                {"id": "b0a7b0a7-0001-4000-8000-000000000001", "alias": "day", "numberQuota": 1000},
                {"id": "b0a7b0a7-0002-4000-8000-000000000002", "alias": "night", "numberQuota": 2}
              ],
              "trafficDistributionGroups": [
                {"id": "b0a7b0a7-00a1-4000-8000-0000000000a1", "name": "both", "instance": "day"},
                {"id": "b0a7b0a7-00a2-4000-8000-0000000000a2", "instance": "day", "status": "UPDATE_IN_PROGRESS"}
              ],
              "flows": [
                {"instance": "day", "id": "b0a7b0a7-0f11-4000-8000-000000000f11", "name": "Main"},
                {"instance": "day", "id": "b0a7b0a7-0f12-4000-8000-000000000f12", "name": "Hold", "type": "CUSTOMER_HOLD"},
                {"instance": "night", "id": "b0a7b0a7-0f21-4000-8000-000000000f21", "name": "Main"}
              ],
              "numbers": [
                {"phoneNumber": "+14255550101", "target": "day", "flow": "Main", "description": "desk",
                 "tags": {"team": "desk"}},
                {"phoneNumber": "+14255550102", "target": "night"},
                {"phoneNumber": "+14255550103", "target": "b0a7b0a7-00a1-4000-8000-0000000000a1"}
              ],
              "unavailableNumbers": ["+12065550191"]
            },
            "chime": {
              "voiceConnectors": [{"id": "vc1"}, {"id": "vc2"}],
              "voiceConnectorGroups": [
                {"id": "vcg1", "name": "front", "voiceConnectors": [{"id": "vc1"}]}, {"id": "vcg2"}
              ],
              "numbers": [
                {"phoneNumber": "+15035550101", "associatedWith": "vcg1"},
                {"phoneNumber": "+15035550102", "associatedWith": "vc/vc1", "callingName": "Ferry"},
                {"phoneNumber": "+15035550103", "productType": "SipMediaApplicationDialIn"}
              ]
            }
            """;
}
