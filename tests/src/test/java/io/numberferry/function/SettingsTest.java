package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.aws.AwsService;
import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Target;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    static final Map<String, String> COMPLETE = Map.of(
            "AWS_REGION", "us-west-2",
            "JOURNAL_TABLE", "journal",
            "QUOTA_TABLE", "quotas",
            "OUTPUT_BUCKET", "output");

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(COMPLETE);
        variables.putAll(more);
        return variables;
    }

    private static Map<String, String> elsewhere(String uri) {
        Map<String, String> variables = new HashMap<>(COMPLETE);
        for (AwsService service : AwsService.values()) {
            variables.put(service.endpointVariable(), uri);
        }
        return variables;
    }

    @Test
    void theTargetsOfAnExportAreInstancesAndGroups() {
        String instance = "arn:aws:connect:us-west-2:111122223333:instance/aaaaaaaa-0000-4000-8000-000000000001";
        String group =
                "arn:aws:connect:us-west-2:111122223333:traffic-distribution-group/cccccccc-0000-4000-8000-000000000003";

        assertThat(Settings.from(COMPLETE).allowed()).isEqualTo(new Settings.Allowed(List.of(), false));
        assertThat(Settings.from(with(Map.of("EXPORT_TARGET_ARNS", ",", "EXPORT_CHIME", "true")))
                        .allowed())
                .isEqualTo(new Settings.Allowed(List.of(), true));
        assertThat(Settings.from(with(Map.of("EXPORT_TARGET_ARNS", instance + "," + group)))
                        .allowed()
                        .connect())
                .containsExactly(
                        new Target.Instance("aaaaaaaa-0000-4000-8000-000000000001", Optional.of(instance)),
                        new Target.TrafficDistributionGroup(group));
        assertThatThrownBy(() -> Settings.from(with(Map.of("EXPORT_TARGET_ARNS", "day", "EXPORT_CHIME", "yes"))))
                .hasMessageContaining("EXPORT_TARGET_ARNS must hold ARNs")
                .hasMessageContaining("EXPORT_CHIME must be true or false, not yes");
    }

    @Test
    void whatMustBeThereIsEnough() {
        Settings settings = Settings.from(COMPLETE);

        assertThat(settings.aws().region()).isEqualTo("us-west-2");
        assertThat(settings.aws().elsewhere()).isFalse();
        assertThat(settings.accountId()).isEmpty();
        assertThat(settings.outputBucket()).isEqualTo("output");
        assertThat(settings.tables()).isEqualTo(new Settings.Tables("journal", "quotas"));
        assertThat(settings.quotas().of(Api.CLAIM_PHONE_NUMBER)).isEqualTo(new Quota(2, 5));
        assertThat(settings.quotas().of(Api.ASSOCIATE_WITH_GROUP)).isEqualTo(new Quota(2, 5));
        assertThat(settings.chimePerCall()).isEqualTo(50);
        assertThat(settings.mostRows()).isEqualTo(1_000_000);
        assertThat(settings.stateMachineArn()).isEmpty();
        assertThat(settings.workersGone()).isEmpty();
    }

    @Test
    void whatIsGivenIsTaken() {
        Settings settings = Settings.from(with(Map.of(
                "ACCOUNT_ID", "111122223333",
                "CONNECT_RATE", "0.5",
                "CONNECT_BURST", "1",
                "CHIME_RATE", "10",
                "CHIME_BURST", "20",
                "CHIME_NUMBERS_PER_CALL", "10",
                "WORKERS_GONE_SECONDS", "0",
                "STATE_MACHINE_ARN", " arn:aws:states:us-west-2:111122223333:stateMachine:numberferry-job ")));

        assertThat(settings.accountId()).contains("111122223333");
        assertThat(settings.quotas().of(Api.CLAIM_PHONE_NUMBER)).isEqualTo(new Quota(0.5, 1));
        assertThat(settings.quotas().of(Api.ASSOCIATE_WITH_GROUP)).isEqualTo(new Quota(10, 20));
        assertThat(settings.chimePerCall()).isEqualTo(10);
        assertThat(settings.workersGone()).contains(Duration.ZERO);
        assertThat(settings.stateMachineArn())
                .contains("arn:aws:states:us-west-2:111122223333:stateMachine:numberferry-job");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThatThrownBy(() -> Settings.from(Map.of(
                        "CONNECT_RATE", "fast", "CHIME_BURST", "0", "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment is not complete: CONNECT_RATE must be a number above 0, not fast; "
                        + "CHIME_BURST must be a whole number of at least 1, not 0; AWS_REGION is not set; "
                        + "some endpoints are overridden and others would be AWS: set AWS_ENDPOINT_URL_CONNECT, "
                        + "AWS_ENDPOINT_URL_CHIME_SDK_VOICE, AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_SFN, "
                        + "AWS_ENDPOINT_URL_SERVICE_QUOTAS,"
                        + " AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API too, "
                        + "or none of them; JOURNAL_TABLE is not set; "
                        + "QUOTA_TABLE is not set; OUTPUT_BUCKET is not set");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CONNECT_RATE           | 0        | CONNECT_RATE must be a number above 0, not 0
                    CONNECT_RATE           | -1       | CONNECT_RATE must be a number above 0, not -1
                    CHIME_RATE             | Infinity | CHIME_RATE must be a number above 0, not Infinity
                    CHIME_RATE             | NaN      | CHIME_RATE must be a number above 0, not NaN
                    CONNECT_BURST          | 2.5      | CONNECT_BURST must be a whole number of at least 1, not 2.5
                    CHIME_NUMBERS_PER_CALL | -3       | CHIME_NUMBERS_PER_CALL must be a whole number of at least 1, not -3
                    WORKERS_GONE_SECONDS   | -1       | WORKERS_GONE_SECONDS must be a whole number of at least 0, not -1
                    OUTPUT_BUCKET          | ' '      | OUTPUT_BUCKET is not set
                    """)
    void wrongValueIsNamedWithWhatIsWanted(String name, String value, String fault) {
        assertThatThrownBy(() -> Settings.from(with(Map.of(name, value))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment is not complete: " + fault);
    }

    @Test
    void blankEndpointsAreNotSet() {
        assertThat(Settings.from(elsewhere(" ")).aws().elsewhere()).isFalse();
    }

    @Test
    void overriddenEndpointsComeWithKeysThatAreWorthNothing() {
        Settings settings = Settings.from(elsewhere("http://127.0.0.1:4567"));

        assertThat(settings.aws().endpoints())
                .hasSize(AwsService.values().length)
                .containsEntry(AwsService.CONNECT, URI.create("http://127.0.0.1:4567"));
        assertThat(settings.aws().keys().orElseThrow().id()).isEqualTo("local");
    }

    @Test
    void endpointThatIsNoAddressIsNamed() {
        Map<String, String> variables = elsewhere("http://127.0.0.1:4567");
        variables.put("AWS_ENDPOINT_URL_SFN", "http://[");
        variables.put("AWS_ENDPOINT_URL_S3", "127.0.0.1:4567");

        assertThatThrownBy(() -> Settings.from(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment is not complete: "
                        + "AWS_ENDPOINT_URL_S3 must be an address such as http://127.0.0.1:4567, not 127.0.0.1:4567; "
                        + "AWS_ENDPOINT_URL_SFN must be an address such as http://127.0.0.1:4567, not http://[");
    }

    @Test
    void mixtureOfAwsAndElsewhereIsRefused() {
        Map<String, String> variables = elsewhere("http://127.0.0.1:4567");
        variables.remove("AWS_ENDPOINT_URL_CONNECT");

        assertThatThrownBy(() -> Settings.from(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment is not complete: some endpoints are overridden and others would be AWS: "
                        + "set AWS_ENDPOINT_URL_CONNECT too, or none of them");
    }
}
