package io.numberferry.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.numberferry.sandbox.simulator.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ConflictException;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumber;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberError;
import software.amazon.awssdk.services.chimesdkvoice.model.UpdatePhoneNumberRequest;
import software.amazon.awssdk.services.chimesdkvoice.model.UpdatePhoneNumberRequestItem;

class ChimeUpdateTest {
    private static final String NUMBER = "+15035550110";

    private final Scene scene = Scene.with();

    @AfterEach
    void close() {
        scene.close();
    }

    private PhoneNumber update(String id, Consumer<UpdatePhoneNumberRequest.Builder> detail) {
        return scene.chime
                .updatePhoneNumber(request -> detail.accept(request.phoneNumberId(id)))
                .phoneNumber();
    }

    private PhoneNumber number(String id) {
        return scene.chime.getPhoneNumber(request -> request.phoneNumberId(id)).phoneNumber();
    }

    private List<PhoneNumberError> batch(UpdatePhoneNumberRequestItem... items) {
        return scene.chime
                .batchUpdatePhoneNumber(request -> request.updatePhoneNumberRequestItems(items))
                .phoneNumberErrors();
    }

    private static UpdatePhoneNumberRequestItem named(String id, String name) {
        return UpdatePhoneNumberRequestItem.builder()
                .phoneNumberId(id)
                .name(name)
                .build();
    }

    @Test
    void oneDetailIsUpdatedAtATime() {
        assertThat(update(NUMBER, detail -> detail.name("Desk 1")).name()).isEqualTo("Desk 1");
        assertThatThrownBy(() -> update(NUMBER, detail -> detail.name("Desk 1").callingName("Desk")))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> update(NUMBER, detail -> {})).isInstanceOf(BadRequestException.class);
    }

    @Test
    void callingNameIsPendingForAWhileAndRefusesASecondChange() {
        update(NUMBER, detail -> detail.callingName("Ferry"));

        assertThat(number(NUMBER).callingNameStatusAsString()).isEqualTo("UpdateInProgress");
        assertThatThrownBy(() -> update(NUMBER, detail -> detail.callingName("Other")))
                .isInstanceOf(ConflictException.class);
        scene.time.pass(Scene.SETTLED);
        assertThat(number(NUMBER).callingNameStatusAsString()).isEqualTo("UpdateSucceeded");
        assertThat(number(NUMBER).callingName()).isEqualTo("Ferry");
        update(NUMBER, detail -> detail.callingName("Other"));
    }

    @Test
    void emptyCallingNameEndsAsNone() {
        update("+15035550102", detail -> detail.callingName(""));
        scene.time.pass(Scene.SETTLED);

        assertThat(number("+15035550102").callingName()).isNull();
        assertThat(number("+15035550102").callingNameStatusAsString()).isEqualTo("Unassigned");
    }

    @Test
    void scriptedCallingNameFailsWhenItSettles() {
        try (Scene failing = Scene.with("""
                "outcomes": [{"phoneNumber": "+15035550110", "api": "chime:UpdatePhoneNumber", "settlesAs": "FAILED"}]
                """)) {
            failing.chime.updatePhoneNumber(
                    request -> request.phoneNumberId(NUMBER).callingName("Ferry"));
            failing.time.pass(Scene.SETTLED);

            assertThat(failing.chime
                            .getPhoneNumber(request -> request.phoneNumberId(NUMBER))
                            .phoneNumber()
                            .callingNameStatusAsString())
                    .isEqualTo("UpdateFailed");
        }
    }

    @Test
    void tollFreeNumberHasNoCallingName() {
        assertThatThrownBy(() -> update("+18005550199", detail -> detail.callingName("Ferry")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith("A toll-free number has no calling name");
    }

    @Test
    void productTypeChangesOnlyWhenUnassigned() {
        assertThat(update(NUMBER, detail -> detail.productType("SipMediaApplicationDialIn"))
                        .productTypeAsString())
                .isEqualTo("SipMediaApplicationDialIn");
        assertThatThrownBy(() -> update("+15035550101", detail -> detail.productType("SipMediaApplicationDialIn")))
                .isInstanceOf(BadRequestException.class);
        update("+15035550101", detail -> detail.productType("VoiceConnector"));
    }

    @Test
    void numberOutsideTheUnitedStatesIsForSipMediaApplications() {
        assertThat(number("+442079460000").productTypeAsString()).isEqualTo("SipMediaApplicationDialIn");
        assertThat(number("+442079460000").country()).isEqualTo("GB");
        assertThatThrownBy(() -> update("+442079460000", detail -> detail.productType("VoiceConnector")))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void everyFormOfAnIdIsTheSameNumber() {
        update("%2B15035550110", detail -> detail.name("encoded"));
        assertThat(number("15035550110").name()).isEqualTo("encoded");
        assertThat(number("+15035550110").phoneNumberId()).isEqualTo("%2B15035550110");
        assertThat(number("+15035550110").e164PhoneNumber()).isEqualTo("+15035550110");
    }

    @Test
    void batchAnswersWithTheNumbersThatWereRefused() {
        update("+15035550111", detail -> detail.callingName("Ferry"));

        var errors = batch(
                named("%2B15035550110", "Desk"),
                UpdatePhoneNumberRequestItem.builder()
                        .phoneNumberId("+15035550111")
                        .callingName("Other")
                        .build(),
                UpdatePhoneNumberRequestItem.builder()
                        .phoneNumberId("+15035550112")
                        .build(),
                named("no number", "Desk"));

        assertThat(errors)
                .extracting(PhoneNumberError::phoneNumberId, PhoneNumberError::errorCodeAsString)
                .containsExactly(
                        tuple("%2B15035550111", "Conflict"),
                        tuple("%2B15035550112", "BadRequest"),
                        tuple("no number", "BadRequest"));
        assertThat(number(NUMBER).name()).isEqualTo("Desk");
    }

    @Test
    void batchHoldsFiftyItemsAndNoNumberTwice() {
        UpdatePhoneNumberRequestItem[] many = IntStream.range(100, 151)
                .mapToObj(i -> named("+15035550" + i, "Desk"))
                .toArray(UpdatePhoneNumberRequestItem[]::new);

        assertThatThrownBy(() -> batch(many)).isInstanceOf(BadRequestException.class);
        assertThat(batch(Arrays.copyOf(many, 50))).isEmpty();
        assertThatThrownBy(() -> batch(named("+15035550110", "a"), named("%2B15035550110", "b")))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void numbersAreListedInPagesAndByAssociation() {
        IntStream.range(110, 120).forEach(i -> update("+15035550" + i, detail -> detail.name("Desk")));

        var first = scene.chime.listPhoneNumbers(request -> request.maxResults(7));
        var second =
                scene.chime.listPhoneNumbers(request -> request.maxResults(7).nextToken(first.nextToken()));
        assertThat(first.phoneNumbers()).hasSize(7);
        assertThat(second.phoneNumbers()).hasSize(6);
        assertThat(second.nextToken()).isNull();
        assertThat(scene.chime
                        .listPhoneNumbers(request ->
                                request.filterName("VoiceConnectorGroupId").filterValue("vcg1"))
                        .phoneNumbers())
                .extracting(PhoneNumber::e164PhoneNumber)
                .containsExactly("+15035550101");
        assertThatThrownBy(() -> scene.chime.listPhoneNumbers(request -> request.maxResults(101)))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void oldProductTypeIsShownAsItIs() {
        try (Scene old = Scene.of(World.parse("""
                        {"chime": {"numbers": [{"phoneNumber": "+15035550110", "productType": "BusinessCalling"}]}}
                        """, "test"), settings -> settings)) {
            assertThat(old.chime
                            .getPhoneNumber(request -> request.phoneNumberId(NUMBER))
                            .phoneNumber()
                            .productTypeAsString())
                    .isEqualTo("BusinessCalling");
        }
    }
}
