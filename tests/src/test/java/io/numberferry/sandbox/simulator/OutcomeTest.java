package io.numberferry.sandbox.simulator;

import static io.numberferry.sandbox.simulator.Scene.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberError;
import software.amazon.awssdk.services.connect.model.ThrottlingException;

class OutcomeTest {
    private static final String NUMBER = "+12065550100";

    private static Scene scripted(String outcome) {
        return Scene.with("\"outcomes\": [" + outcome + "]");
    }

    private static List<PhoneNumberError> associate(Scene scene, String... numbers) {
        return scene.chime
                .associatePhoneNumbersWithVoiceConnectorGroup(
                        request -> request.voiceConnectorGroupId("vcg1").e164PhoneNumbers(numbers))
                .phoneNumberErrors();
    }

    @Test
    void scriptedErrorHappensAsOftenAsItSays() {
        try (Scene scene = scripted("""
                {"phoneNumber": "+12065550100", "api": "ClaimPhoneNumber", "error": "ThrottlingException",
                 "message": "Rate exceeded", "times": 2}
                """)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> scene.claim(NUMBER)).isInstanceOf(ThrottlingException.class);
            }
            scene.claim("+12065550101");
            scene.claim(NUMBER);
        }
    }

    @Test
    void scriptedClaimEndsFailedWithItsMessage() {
        try (Scene scene = scripted("""
                {"phoneNumber": "+12065550100", "api": "ClaimPhoneNumber", "settlesAs": "FAILED", "message": "limit"}
                """)) {
            var status = scene.describe(scene.claimed(NUMBER)).phoneNumberStatus();

            assertThat(status.statusAsString()).isEqualTo("FAILED");
            assertThat(status.message()).isEqualTo("limit");
        }
    }

    @Test
    void errorOfAnIdsNumberIsFoundByTheId() {
        try (Scene scene = scripted("""
                {"phoneNumber": "+12065550100", "api": "connect:UpdatePhoneNumber", "error": "ResourceInUseException"}
                """)) {
            String id = scene.claimed(NUMBER);

            assertThatThrownBy(() -> scene.connect.updatePhoneNumber(
                            request -> request.phoneNumberId(id).instanceId(NIGHT)))
                    .hasMessageStartingWith("The world file asks for this error.");
        }
    }

    @Test
    void itemErrorIsThatItemsAlone() {
        try (Scene scene = scripted("""
                {"phoneNumber": "+15035550110", "api": "AssociatePhoneNumbersWithVoiceConnectorGroup",
                 "errorCode": "Throttled", "message": "slow down", "times": 1}
                """)) {
            assertThat(associate(scene, "+15035550110", "+15035550111"))
                    .extracting(
                            PhoneNumberError::phoneNumberId,
                            PhoneNumberError::errorCodeAsString,
                            PhoneNumberError::errorMessage)
                    .containsExactly(tuple("%2B15035550110", "Throttled", "slow down"));
            assertThat(associate(scene, "+15035550110")).isEmpty();
        }
    }

    @Test
    void itemErrorCanBeOfAnUnknownCodeAndOfAnotherNumber() {
        try (Scene scene = scripted("""
                {"phoneNumber": "+15035550110", "api": "AssociatePhoneNumbersWithVoiceConnectorGroup",
                 "errorCode": "Quarantined", "reportedAs": "15035550199"}
                """)) {
            assertThat(associate(scene, "+15035550110"))
                    .extracting(PhoneNumberError::phoneNumberId, PhoneNumberError::errorCodeAsString)
                    .containsExactly(tuple("15035550199", "Quarantined"));
            assertThat(scene.chime
                            .getPhoneNumber(request -> request.phoneNumberId("+15035550110"))
                            .phoneNumber()
                            .associations())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessDeniedException 403",
                "IdempotencyException 409",
                "InternalServiceException 500",
                "InvalidParameterException 400",
                "LimitExceededException 429",
                "ResourceNotFoundException 404",
                "ServiceQuotaExceededException 402",
                "ThrottlingException 429",
                "TooManyRequestsException 429",
            })
    void everyErrorOfConnectCanBeAskedForAndIsTyped(String error) {
        String type = error.substring(0, error.indexOf(' '));
        try (Scene scene = scripted(
                "{\"phoneNumber\": \"+12065550100\", \"api\": \"ClaimPhoneNumber\", \"error\": \"" + type + "\"}")) {
            var seen = catchThrowableOfType(AwsServiceException.class, () -> scene.claim(NUMBER));

            assertThat(seen.getClass().getSimpleName()).isEqualTo(type);
            assertThat(type + " " + seen.statusCode()).isEqualTo(error);
            assertThat(seen.awsErrorDetails().errorCode()).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessDeniedException 403",
                "BadRequestException 400",
                "ConflictException 409",
                "ForbiddenException 403",
                "GoneException 410",
                "NotFoundException 404",
                "ResourceLimitExceededException 400",
                "ServiceFailureException 500",
                "ServiceUnavailableException 503",
                "ThrottledClientException 429",
                "UnauthorizedClientException 401",
                "UnprocessableEntityException 422",
            })
    void everyErrorOfChimeCanBeAskedForAndIsTyped(String error) {
        String type = error.substring(0, error.indexOf(' '));
        try (Scene scene =
                scripted("{\"phoneNumber\": \"+15035550110\", \"api\": \"chime:UpdatePhoneNumber\", \"error\": \""
                        + type + "\"}")) {
            var seen = catchThrowableOfType(
                    AwsServiceException.class,
                    () -> scene.chime.updatePhoneNumber(
                            request -> request.phoneNumberId("+15035550110").name("Desk")));

            assertThat(seen.getClass().getSimpleName()).isEqualTo(type);
            assertThat(type + " " + seen.statusCode()).isEqualTo(error);
        }
    }

    @Test
    void errorThatNoModelKnowsNeedsItsStatus() {
        try (Scene scene = scripted("""
                {"phoneNumber": "+12065550100", "api": "ClaimPhoneNumber", "error": "TeapotException", "status": 418}
                """)) {
            var seen = catchThrowableOfType(AwsServiceException.class, () -> scene.claim(NUMBER));

            assertThat(seen.statusCode()).isEqualTo(418);
            assertThat(seen.awsErrorDetails().errorCode()).isEqualTo("TeapotException");
        }
    }
}
