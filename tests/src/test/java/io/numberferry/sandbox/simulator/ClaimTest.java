package io.numberferry.sandbox.simulator;

import static io.numberferry.sandbox.simulator.Scene.ARN;
import static io.numberferry.sandbox.simulator.Scene.DAY;
import static io.numberferry.sandbox.simulator.Scene.GROUP_ARN;
import static io.numberferry.sandbox.simulator.Scene.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.AccessDeniedException;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.IdempotencyException;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.PhoneNumberWorkflowStatus;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class ClaimTest {
    private static final String NUMBER = "+12065550100";
    private static final String TOKEN = "11111111-2222-4333-8444-555555555555";

    private final Scene scene = Scene.with();

    @AfterEach
    void close() {
        scene.close();
    }

    private void claim(Consumer<ClaimPhoneNumberRequest.Builder> change) {
        scene.connect.claimPhoneNumber(request -> change.accept(request.phoneNumber(NUMBER)));
    }

    @Test
    void acceptedClaimIsInProgressUntilItSettles() {
        String id = scene.claim(NUMBER).phoneNumberId();

        scene.time.pass(Duration.ofMillis(999));
        assertThat(scene.describe(id).phoneNumberStatus().status()).isEqualTo(PhoneNumberWorkflowStatus.IN_PROGRESS);
        scene.time.pass(Duration.ofMillis(1));
        assertThat(scene.describe(id).phoneNumberStatus().status()).isEqualTo(PhoneNumberWorkflowStatus.CLAIMED);
    }

    @Test
    void claimedNumberIsDescribedInFull() {
        var answer = scene.connect.claimPhoneNumber(request -> request.phoneNumber(NUMBER)
                .instanceId(DAY)
                .phoneNumberDescription("Front desk")
                .tags(Map.of("team", "desk")));
        scene.time.pass(Scene.SETTLED);

        var number = scene.describe(answer.phoneNumberArn());
        assertThat(number.phoneNumberId()).isEqualTo(answer.phoneNumberId());
        assertThat(number.phoneNumberArn()).isEqualTo(ARN + "phone-number/" + answer.phoneNumberId());
        assertThat(number.phoneNumber()).isEqualTo(NUMBER);
        assertThat(number.phoneNumberCountryCodeAsString()).isEqualTo("US");
        assertThat(number.phoneNumberTypeAsString()).isEqualTo("DID");
        assertThat(number.phoneNumberDescription()).isEqualTo("Front desk");
        assertThat(number.targetArn()).isEqualTo(ARN + "instance/" + DAY);
        assertThat(number.instanceId()).isEqualTo(DAY);
        assertThat(number.tags()).containsExactly(Map.entry("team", "desk"));
    }

    @Test
    void numberOfTheAccountIsNotAvailable() {
        scene.claimed(NUMBER);

        assertThatThrownBy(() -> scene.claim(NUMBER))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("Phone number not available: +12065550100");
    }

    @Test
    void numberThatManyClaimAtOnceIsClaimedOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ClaimPhoneNumberResponse>> claims = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> scene.claim(NUMBER)))
                    .toList();
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

            assertThat(claims)
                    .filteredOn(claim -> claim.state() == Future.State.SUCCESS)
                    .hasSize(1);
        }
        assertThat(scene.calls("connect:ClaimPhoneNumber").refused()).isEqualTo(19);
    }

    @Test
    void numberOfSomeoneElseIsNotAvailable() {
        assertThatThrownBy(() -> scene.claim("+12065550191"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("Phone number not available: +12065550191");
    }

    @Test
    void numberOfChimeIsNotAvailable() {
        assertThatThrownBy(() -> scene.claim("+15035550101"))
                .hasMessageStartingWith("Phone number not available: +15035550101");
    }

    @Test
    void sameTokenAndParametersGetTheFirstAnswerAndNoSecondEffect() {
        var request = ClaimPhoneNumberRequest.builder()
                .phoneNumber(NUMBER)
                .targetArn(ARN + "instance/" + DAY)
                .clientToken(TOKEN)
                .build();
        var first = scene.connect.claimPhoneNumber(request);
        scene.time.pass(Scene.SETTLED);

        assertThat(scene.connect.claimPhoneNumber(request).phoneNumberArn()).isEqualTo(first.phoneNumberArn());
        assertThat(scene.describe(first.phoneNumberId()).phoneNumberStatus().statusAsString())
                .isEqualTo("CLAIMED");
    }

    @Test
    void sameTokenWithOtherParametersIsRefused() {
        claim(request -> request.instanceId(DAY).clientToken(TOKEN));

        assertThatThrownBy(() -> claim(request -> request.instanceId(NIGHT).clientToken(TOKEN)))
                .isInstanceOf(IdempotencyException.class);
    }

    @Test
    void refusedClaimLeavesNoToken() {
        assertThatThrownBy(() -> claim(request -> request.instanceId("missing").clientToken(TOKEN)))
                .isInstanceOf(ResourceNotFoundException.class);

        claim(request -> request.instanceId(DAY).clientToken(TOKEN));
    }

    @Test
    void tokenIsForgottenAfterItsLifetime() {
        try (Scene forgetful = Scene.with("\"clientTokenLifetimeMs\": 60000")) {
            Runnable claim = () -> forgetful.connect.claimPhoneNumber(
                    request -> request.phoneNumber(NUMBER).instanceId(DAY).clientToken(TOKEN));
            claim.run();
            forgetful.time.pass(Duration.ofMillis(59_999));
            claim.run();
            forgetful.time.pass(Duration.ofMillis(1));

            assertThatThrownBy(claim::run).hasMessageStartingWith("Phone number not available");
        }
    }

    /// The night instance has room for two numbers, and holds one from the start.
    private String claimBeyondTheQuota() {
        scene.connect.claimPhoneNumber(
                request -> request.phoneNumber("+12065550101").instanceId(NIGHT));
        String id = scene.connect
                .claimPhoneNumber(request -> request.phoneNumber(NUMBER).instanceId(NIGHT))
                .phoneNumberId();
        scene.time.pass(Scene.SETTLED);
        return id;
    }

    @Test
    void claimBeyondTheInstancesQuotaFailsLater() {
        String id = claimBeyondTheQuota();

        var status = scene.describe(id).phoneNumberStatus();
        assertThat(status.statusAsString()).isEqualTo("FAILED");
        assertThat(status.message()).isEqualTo("The limit of phone numbers for this instance was reached");
    }

    @Test
    void numberWhoseClaimFailedCanBeClaimedAgain() {
        claimBeyondTheQuota();
        String id = scene.claimed(NUMBER);

        assertThat(scene.describe(id).phoneNumberStatus().statusAsString()).isEqualTo("CLAIMED");
        assertThat(scene.describe(id).instanceId()).isEqualTo(DAY);
    }

    @Test
    void trafficDistributionGroupTakesNumbersWhenItIsActive() {
        var answer = scene.connect.claimPhoneNumber(
                request -> request.phoneNumber(NUMBER).targetArn(GROUP_ARN));

        assertThat(scene.describe(answer.phoneNumberId()).targetArn()).isEqualTo(GROUP_ARN);
        assertThat(scene.describe(answer.phoneNumberId()).instanceId()).isNull();
        assertThatThrownBy(() -> claim(request ->
                        request.targetArn(ARN + "traffic-distribution-group/b0a7b0a7-00a2-4000-8000-0000000000a2")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void targetsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> claim(request -> {})).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> claim(request -> request.instanceId(DAY).targetArn(ARN + "instance/" + NIGHT)))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> claim(request -> request.instanceId(ARN + "instance/" + DAY)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        claim(request -> request.targetArn("arn:aws:connect:us-west-2:444455556666:instance/" + DAY)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> claim(request -> request.targetArn(ARN + "instance/missing")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void valuesOutsideTheDocumentedShapesAreRefused() {
        assertThatThrownBy(() -> scene.claim("2065550100")).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> claim(request -> request.instanceId(DAY).clientToken("not-a-uuid")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> claim(request -> request.instanceId(DAY).tags(Map.of("aws:x", "y"))))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> claim(request -> request.instanceId(DAY).tags(Map.of())))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> claim(request -> request.instanceId(DAY).phoneNumberDescription("x".repeat(501))))
                .isInstanceOf(InvalidParameterException.class);
    }
}
