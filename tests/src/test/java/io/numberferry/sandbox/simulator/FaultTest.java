package io.numberferry.sandbox.simulator;

import static io.numberferry.sandbox.simulator.Scene.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.connect.model.InternalServiceException;

class FaultTest {
    private static final String NUMBER = "+12065550100";

    private static Scene faulty(String fault) {
        return Scene.with("\"faults\": [" + fault + "]");
    }

    private static boolean held(Scene scene) {
        return scene.simulator.world().connect().numbers().stream()
                .anyMatch(number -> number.phoneNumber().equals(NUMBER));
    }

    @Test
    void errorBeforeTheEffectLeavesNone() {
        try (Scene scene = faulty(
                "{\"api\": \"ClaimPhoneNumber\", \"call\": 1, \"kind\": \"error\", \"error\": \"InternalServiceException\"}")) {
            assertThatThrownBy(() -> scene.claim(NUMBER)).isInstanceOf(InternalServiceException.class);
            assertThat(held(scene)).isFalse();
            scene.claim(NUMBER);
        }
    }

    @Test
    void errorAfterTheEffectHidesIt() {
        try (Scene scene = faulty("""
                {"api": "ClaimPhoneNumber", "call": 1, "when": "afterEffect", "kind": "error",
                 "error": "InternalServiceException"}
                """)) {
            assertThatThrownBy(() -> scene.claim(NUMBER)).isInstanceOf(InternalServiceException.class);
            assertThat(held(scene)).isTrue();
        }
    }

    @Test
    void nthCallIsCountedPerApiFromOne() {
        try (Scene scene = faulty("{\"api\": \"ClaimPhoneNumber\", \"call\": 2, \"kind\": \"html\"}")) {
            scene.connect.listPhoneNumbersV2(request -> {});
            scene.claim("+12065550101");
            assertThatThrownBy(() -> scene.claim(NUMBER)).isInstanceOf(AwsServiceException.class);
            scene.claim(NUMBER);
        }
    }

    @Test
    void pageOfALoadBalancerHasNoErrorType() {
        try (Scene scene = faulty("{\"api\": \"ClaimPhoneNumber\", \"call\": 1, \"kind\": \"html\"}")) {
            var seen = catchThrowableOfType(AwsServiceException.class, () -> scene.claim(NUMBER));

            assertThat(seen.statusCode()).isEqualTo(503);
            assertThat(seen.awsErrorDetails().errorCode()).isNull();
        }
    }

    @Test
    void droppedConnectionGivesNoAnswerThoughTheCallTookEffect() {
        try (Scene scene = faulty("""
                {"api": "ClaimPhoneNumber", "phoneNumber": "+12065550100", "when": "afterEffect", "kind": "drop",
                 "times": 1}
                """)) {
            String body = "{\"PhoneNumber\": \"+12065550100\", \"InstanceId\": \"" + DAY + "\"}";

            assertThatThrownBy(() -> Http.post(scene, "/phone-number/claim", body))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(held(scene)).isTrue();
            assertThat(scene.calls("connect:ClaimPhoneNumber").received()).isEqualTo(1);
        }
    }

    @Test
    void delayedAnswerIsTheRealOneComingLate() {
        try (Scene scene =
                faulty("{\"api\": \"ClaimPhoneNumber\", \"call\": 1, \"kind\": \"delay\", \"delayMs\": 7000}")) {
            String id = scene.claim(NUMBER).phoneNumberId();

            assertThat(scene.time.instant()).isEqualTo(VirtualTime.START.plus(Duration.ofSeconds(7)));
            assertThat(scene.describe(id).phoneNumberStatus().statusAsString()).isEqualTo("CLAIMED");
        }
    }

    private static List<Boolean> hits(long seed) {
        try (Scene scene = Scene.with("\"seed\": " + seed
                + ", \"faults\": [{\"api\": \"connect:*\", \"probability\": 0.3, \"kind\": \"html\"}]")) {
            return IntStream.range(0, 100)
                    .mapToObj(i -> {
                        try {
                            scene.connect.listPhoneNumbersV2(request -> {});
                            return false;
                        } catch (AwsServiceException faulted) {
                            return true;
                        }
                    })
                    .toList();
        }
    }

    @Test
    void chanceIsRepeatedByTheSeed() {
        List<Boolean> first = hits(7);

        assertThat(hits(7)).isEqualTo(first);
        assertThat(hits(8)).isNotEqualTo(first);
        assertThat(first.stream().filter(hit -> hit).count()).isBetween(15L, 45L);
    }
}
