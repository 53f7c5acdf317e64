package io.numberferry.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.numberferry.sandbox.simulator.world.World;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ConflictException;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberError;
import software.amazon.awssdk.services.connect.model.InternalServiceException;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceInUseException;
import software.amazon.awssdk.services.connect.model.ThrottlingException;

/// The table of docs/SIMULATOR.md: what each number of events/world.json does.
class ExampleWorldTest {
    private static final Duration SETTLED = Duration.ofMillis(1500);

    private final Scene scene =
            Scene.of(World.read(Path.of("events/world.json")), settings -> settings.withQuotaScale(1000));

    @AfterEach
    void close() {
        scene.close();
    }

    private String idOf(String number) {
        return scene.connect
                .listPhoneNumbersV2(request -> request.phoneNumberPrefix(number))
                .listPhoneNumbersSummaryList()
                .getFirst()
                .phoneNumberId();
    }

    private void move(String number) {
        scene.connect.updatePhoneNumber(
                request -> request.phoneNumberId(idOf(number)).instanceId(Scene.NIGHT));
    }

    @Test
    void claimOf0190EndsFailed() {
        String id = scene.claim("+12065550190").phoneNumberId();
        scene.time.pass(SETTLED);

        assertThat(scene.describe(id).phoneNumberStatus().message())
                .isEqualTo("The limit of phone numbers claimed to this instance was reached");
    }

    @Test
    void claimOf0191IsRefused() {
        assertThatThrownBy(() -> scene.claim("+12065550191")).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void claimsOf0192And0194SucceedAtTheSecondAttempt() {
        assertThatThrownBy(() -> scene.claim("+12065550192")).isInstanceOf(ThrottlingException.class);
        assertThatThrownBy(() -> scene.claim("+12065550194")).isInstanceOf(InternalServiceException.class);
        scene.claim("+12065550192");
        scene.claim("+12065550194");
    }

    @Test
    void answerToTheClaimOf0193IsLost() {
        assertThatThrownBy(() -> scene.claim("+12065550193")).isInstanceOf(SdkClientException.class);
        assertThat(idOf("+12065550193")).isNotEmpty();
    }

    @Test
    void moveOf0190SucceedsAtTheThirdAttempt() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> move("+14255550190")).isInstanceOf(ResourceInUseException.class);
        }
        move("+14255550190");
    }

    @Test
    void moveOf0191EndsFailed() {
        move("+14255550191");
        scene.time.pass(SETTLED);

        assertThat(scene.describe(idOf("+14255550104")).phoneNumberStatus().statusAsString())
                .isEqualTo("CLAIMED");
        assertThat(scene.simulator.world().connect().numbers().stream()
                        .filter(number -> number.phoneNumber().equals("+14255550191"))
                        .map(number -> number.at(scene.time.instant())
                                .state()
                                .message()
                                .orElse("")))
                .containsExactly("The phone number cannot be moved at this time");
    }

    @Test
    void numbersOfChimeAreRefusedOneByOne() {
        String[] numbers = {
            "+15035550190",
            "+15035550191",
            "+15035550192",
            "+15035550194",
            "+15035550195",
            "+15035550196",
            "+15035550197"
        };

        assertThat(scene.chime
                        .associatePhoneNumbersWithVoiceConnectorGroup(
                                request -> request.voiceConnectorGroupId("vcgharbor1frontdesk001")
                                        .e164PhoneNumbers(numbers))
                        .phoneNumberErrors())
                .extracting(PhoneNumberError::phoneNumberId, PhoneNumberError::errorCodeAsString)
                .containsExactly(
                        tuple("%2B15035550190", "Throttled"),
                        tuple("%2B15035550191", "NotFound"),
                        tuple("%2B15035550192", "VoiceConnectorGroupAssociationsExist"),
                        tuple("%2B15035550194", "Quarantined"),
                        tuple("%2B15035550199", "ServiceFailure"),
                        tuple("%2B15035550196", "BadRequest"));
    }

    @Test
    void callingNameOf0193IsPending() {
        assertThatThrownBy(() -> scene.chime.updatePhoneNumber(
                        request -> request.phoneNumberId("+15035550193").callingName("Harbor")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> scene.chime.updatePhoneNumber(
                        request -> request.phoneNumberId("+18005550100").callingName("Harbor")))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void nightInstanceHasRoomForSevenMore() {
        for (int i = 100; i < 107; i++) {
            String number = "+12065550" + i;
            scene.connect.claimPhoneNumber(
                    request -> request.phoneNumber(number).instanceId(Scene.NIGHT));
        }
        String id = scene.connect
                .claimPhoneNumber(request -> request.phoneNumber("+12065550107").instanceId(Scene.NIGHT))
                .phoneNumberId();
        scene.time.pass(SETTLED);

        assertThat(scene.describe(id).phoneNumberStatus().statusAsString()).isEqualTo("FAILED");
    }

    @Test
    void groupThatIsNotReadyTakesNoNumber() {
        assertThatThrownBy(() -> scene.connect.claimPhoneNumber(request -> request.phoneNumber("+12065550100")
                        .targetArn(Scene.ARN + "traffic-distribution-group/b0a7b0a7-00a2-4000-8000-0000000000a2")))
                .isInstanceOf(AwsServiceException.class)
                .hasMessageStartingWith("An active resource");
    }
}
