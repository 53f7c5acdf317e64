package io.numberferry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwsSettingsTest {
    private static final URI LOCAL = URI.create("http://127.0.0.1:4566");
    private static final Optional<AccessKeys> KEYS = Optional.of(new AccessKeys("local", "local"));

    @Test
    void oneEndpointWithoutTheOthersIsRefusedAndTheMissingOnesAreNamed() {
        assertThatThrownBy(() -> new AwsSettings("us-west-2", Map.of(AwsService.S3, LOCAL), KEYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("some endpoints are overridden and others would be AWS: set AWS_ENDPOINT_URL_CONNECT,"
                        + " AWS_ENDPOINT_URL_CHIME_SDK_VOICE, AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_SFN,"
                        + " AWS_ENDPOINT_URL_SERVICE_QUOTAS,"
                        + " AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API too, or none of them");
    }

    @Test
    void aSingleForgottenEndpointIsRefused() {
        for (AwsService forgotten : AwsService.values()) {
            Map<AwsService, URI> endpoints = all();
            endpoints.remove(forgotten);
            assertThatThrownBy(() -> new AwsSettings("us-west-2", endpoints, KEYS))
                    .hasMessageContaining("set " + forgotten.endpointVariable() + " too");
        }
    }

    @Test
    void theEnvironmentsCredentialsNeverSignForOtherEndpoints() {
        assertThatThrownBy(() -> new AwsSettings("us-west-2", all(), Optional.empty()))
                .hasMessage("endpoints are overridden, so access keys must be given: the environment's are for AWS");
    }

    @Test
    void madeUpKeysNeverSignForAws() {
        assertThatThrownBy(() -> new AwsSettings("us-west-2", Map.of(), KEYS))
                .hasMessage("access keys are only for overridden endpoints: at AWS the environment's are used");
    }

    @Test
    void aRegionIsNeeded() {
        assertThatThrownBy(() -> AwsSettings.atAws(" ")).hasMessage("the Region must be set, for example to us-west-2");
    }

    @Test
    void allEndpointsOrNoneAreAccepted() {
        assertThat(new AwsSettings("us-west-2", all(), KEYS).elsewhere()).isTrue();
        assertThat(AwsSettings.atAws("us-west-2").elsewhere()).isFalse();
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(new AccessKeys("local", "hidden")).hasToString("AccessKeys[local]");
    }

    private static Map<AwsService, URI> all() {
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        Arrays.stream(AwsService.values()).forEach(service -> endpoints.put(service, LOCAL));
        return endpoints;
    }
}
