package io.numberferry.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.chimesdkvoice.model.ThrottledClientException;
import software.amazon.awssdk.services.connect.model.ThrottlingException;

class QuotaTest {

    private static Scene unscaled(String... fields) {
        return Scene.of(Scene.world(fields), UnaryOperator.identity());
    }

    /// How many of so many calls in a row are not throttled.
    private static int admitted(int calls, Runnable call) {
        int admitted = 0;
        for (int i = 0; i < calls; i++) {
            try {
                call.run();
                admitted++;
            } catch (AwsServiceException throttled) {
                assertThat(throttled.statusCode()).isEqualTo(429);
            }
        }
        return admitted;
    }

    @Test
    void connectTakesABurstOfFiveAndThenTwoASecond() {
        try (Scene scene = unscaled()) {
            Runnable list = () -> scene.connect.listPhoneNumbersV2(request -> {});

            assertThat(admitted(8, list)).isEqualTo(5);
            scene.time.pass(Duration.ofSeconds(1));
            assertThat(admitted(8, list)).isEqualTo(2);
            assertThatThrownBy(list::run)
                    .isInstanceOf(ThrottlingException.class)
                    .hasMessageStartingWith("Rate exceeded");
        }
    }

    @Test
    void chimeSaysThrottledClient() {
        try (Scene scene = unscaled()) {
            Runnable get = () -> scene.chime.getPhoneNumber(request -> request.phoneNumberId("+15035550101"));

            assertThat(admitted(8, get)).isEqualTo(5);
            assertThatThrownBy(get::run).isInstanceOf(ThrottledClientException.class);
        }
    }

    @Test
    void everyApiHasItsOwnQuota() {
        try (Scene scene = unscaled()) {
            assertThat(admitted(8, () -> scene.connect.listPhoneNumbersV2(request -> {})))
                    .isEqualTo(5);
            assertThat(admitted(8, () -> scene.connect.listTrafficDistributionGroups(request -> {})))
                    .isEqualTo(5);
            assertThat(admitted(8, () -> scene.chime.listPhoneNumbers(request -> {})))
                    .isEqualTo(5);
        }
    }

    @Test
    void worldSetsRatesPerServiceAndPerApi() {
        try (Scene scene = unscaled("""
                "rates": {
                  "chime": {"perSecond": 10, "burst": 1},
                  "ListPhoneNumbersV2": {"perSecond": 0.5, "burst": 3}
                }
                """)) {
            assertThat(admitted(8, () -> scene.chime.listPhoneNumbers(request -> {})))
                    .isEqualTo(1);
            assertThat(admitted(8, () -> scene.connect.listPhoneNumbersV2(request -> {})))
                    .isEqualTo(3);
            scene.time.pass(Duration.ofSeconds(2));
            assertThat(admitted(8, () -> scene.connect.listPhoneNumbersV2(request -> {})))
                    .isEqualTo(1);
        }
    }

    @Test
    void scaleMultipliesRatesAndBursts() {
        try (Scene scene = Scene.of(Scene.world(), settings -> settings.withQuotaScale(2))) {
            Runnable list = () -> scene.connect.listPhoneNumbersV2(request -> {});

            assertThat(admitted(12, list)).isEqualTo(10);
            scene.time.pass(Duration.ofSeconds(1));
            assertThat(admitted(12, list)).isEqualTo(4);
        }
    }

    @Test
    void smallScaleStillLetsOneCallThrough() {
        try (Scene scene = Scene.of(Scene.world(), settings -> settings.withQuotaScale(0.01))) {
            assertThat(admitted(3, () -> scene.connect.listPhoneNumbersV2(request -> {})))
                    .isEqualTo(1);
        }
    }

    @Test
    void scaleMustBeMoreThanNothing() {
        assertThatThrownBy(() -> SimulatorSettings.defaults().withQuotaScale(0))
                .hasMessage("the quota scale must be more than 0, not 0.0");
    }

    @Test
    void throttledCallHasNoEffect() {
        try (Scene scene = unscaled("\"rates\": {\"ClaimPhoneNumber\": {\"perSecond\": 1, \"burst\": 1}}")) {
            scene.claim("+12065550100");
            assertThatThrownBy(() -> scene.claim("+12065550101")).isInstanceOf(ThrottlingException.class);

            assertThat(scene.simulator.world().connect().numbers())
                    .noneMatch(number -> number.phoneNumber().equals("+12065550101"));
        }
    }

    @Test
    void callsAreCountedByTheirEnding() {
        try (Scene scene = unscaled("""
                "rates": {"ClaimPhoneNumber": {"perSecond": 1, "burst": 3}},
                "faults": [{"api": "ClaimPhoneNumber", "call": 3, "kind": "html"}]
                """)) {
            scene.claim("+12065550100");
            scene.time.pass(Duration.ofMillis(10));
            for (String number : new String[] {"+12065550100", "+12065550101", "+12065550102"}) {
                assertThatThrownBy(() -> scene.claim(number)).isInstanceOf(AwsServiceException.class);
            }

            assertThat(scene.calls("connect:ClaimPhoneNumber"))
                    .isEqualTo(new ApiCalls(4, 1, 1, 1, 1, VirtualTime.START, VirtualTime.START.plusMillis(10)));
        }
    }

    @Test
    void latencyPassesOnTheClockAndThrottlingIsQuick() {
        try (Scene scene = unscaled("""
                "latency": {"meanMs": 200, "jitterMs": 50, "throttledMs": 8},
                "rates": {"ClaimPhoneNumber": {"perSecond": 0.001, "burst": 1}}
                """)) {
            scene.claim("+12065550100");
            long answered =
                    Duration.between(VirtualTime.START, scene.time.instant()).toMillis();
            assertThat(answered).isBetween(150L, 250L);

            assertThatThrownBy(() -> scene.claim("+12065550101")).isInstanceOf(ThrottlingException.class);
            assertThat(Duration.between(VirtualTime.START, scene.time.instant()).toMillis())
                    .isEqualTo(answered + 8);
        }
    }
}
