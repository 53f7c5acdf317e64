package io.numberferry.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.world.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumber;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberAssociation;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberError;

class ChimeAssociationTest {
    private final Scene scene = Scene.with("\"maxListSize\": 4");

    @AfterEach
    void close() {
        scene.close();
    }

    private List<PhoneNumberError> withGroup(String group, boolean force, String... numbers) {
        return scene.chime
                .associatePhoneNumbersWithVoiceConnectorGroup(request -> request.voiceConnectorGroupId(group)
                        .e164PhoneNumbers(numbers)
                        .forceAssociate(force))
                .phoneNumberErrors();
    }

    private PhoneNumber number(String id) {
        return scene.chime.getPhoneNumber(request -> request.phoneNumberId(id)).phoneNumber();
    }

    @Test
    void unassignedNumberIsAssociated() {
        assertThat(withGroup("vcg1", false, "+15035550110")).isEmpty();

        assertThat(number("+15035550110").statusAsString()).isEqualTo("Assigned");
        assertThat(number("+15035550110").associations())
                .singleElement()
                .returns("vcg1", PhoneNumberAssociation::value)
                .returns("VoiceConnectorGroupId", PhoneNumberAssociation::nameAsString)
                .returns(VirtualTime.START, PhoneNumberAssociation::associatedTimestamp);
    }

    @Test
    void numberThatIsThereAlreadyIsNoError() {
        assertThat(withGroup("vcg1", false, "+15035550101")).isEmpty();
    }

    @Test
    void numberElsewhereNeedsForce() {
        assertThat(withGroup("vcg2", false, "+15035550101", "+15035550102", "+15035550110"))
                .extracting(PhoneNumberError::phoneNumberId, PhoneNumberError::errorCodeAsString)
                .containsExactly(
                        tuple("%2B15035550101", "VoiceConnectorGroupAssociationsExist"),
                        tuple("%2B15035550102", "PhoneNumberAssociationsExist"));
        assertThat(withGroup("vcg2", true, "+15035550101", "+15035550102")).isEmpty();

        assertThat(number("+15035550102").associations())
                .extracting(PhoneNumberAssociation::value)
                .containsExactly("vcg2");
    }

    @Test
    void numberOfAnotherProductTypeIsRefusedEvenWithForce() {
        assertThat(withGroup("vcg1", true, "+15035550103", "+442079460000"))
                .extracting(PhoneNumberError::errorCodeAsString)
                .containsExactly("BadRequest", "BadRequest");
    }

    @Test
    void numberThatConnectHoldsIsNotFound() {
        assertThat(withGroup("vcg1", false, "+14255550101"))
                .extracting(PhoneNumberError::errorCodeAsString)
                .containsExactly("NotFound");
    }

    @Test
    void unlistedNumbersAreNotFoundWhenTheWorldSaysSo() {
        try (Scene strict = Scene.with("\"unlistedNumbers\": {\"chime\": \"absent\"}")) {
            assertThatThrownBy(() -> strict.chime.getPhoneNumber(request -> request.phoneNumberId("+15035550110")))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void numberIsAssociatedWithASingleConnectorAndLeavesIt() {
        scene.chime.associatePhoneNumbersWithVoiceConnector(
                request -> request.voiceConnectorId("vc2").e164PhoneNumbers("+15035550110"));
        assertThat(number("+15035550110").associations())
                .extracting(PhoneNumberAssociation::nameAsString)
                .containsExactly("VoiceConnectorId");

        for (int i = 0; i < 2; i++) {
            assertThat(scene.chime
                            .disassociatePhoneNumbersFromVoiceConnector(
                                    request -> request.voiceConnectorId("vc2").e164PhoneNumbers("+15035550110"))
                            .phoneNumberErrors())
                    .isEmpty();
        }
        assertThat(number("+15035550110").statusAsString()).isEqualTo("Unassigned");
    }

    @Test
    void numberLeavesOnlyWhereItIs() {
        assertThat(scene.chime
                        .disassociatePhoneNumbersFromVoiceConnectorGroup(
                                request -> request.voiceConnectorGroupId("vcg2").e164PhoneNumbers("+15035550101"))
                        .phoneNumberErrors())
                .extracting(PhoneNumberError::errorCodeAsString)
                .containsExactly("NotFound");
    }

    @Test
    void unknownTargetIsNotFound() {
        assertThatThrownBy(() -> withGroup("missing", false, "+15035550110")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listBeyondTheLargestSizeIsRefusedAsAWhole() {
        String[] five = {"+15035550110", "+15035550111", "+15035550112", "+15035550113", "+15035550114"};

        assertThatThrownBy(() -> withGroup("vcg1", false, five)).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> withGroup("vcg1", false)).isInstanceOf(BadRequestException.class);
        assertThat(number("+15035550110").associations()).isEmpty();
    }

    @Test
    void errorsNameNumbersPlainlyWhenTheWorldSaysSo() {
        var world = Scene.world().toJson();
        ((ObjectNode) world.path("chime")).put("errorIds", "plain");
        try (Scene plain = Scene.of(World.parse(world.toString(), "test"), settings -> settings)) {
            assertThat(plain.chime
                            .associatePhoneNumbersWithVoiceConnectorGroup(request ->
                                    request.voiceConnectorGroupId("vcg2").e164PhoneNumbers("+15035550101"))
                            .phoneNumberErrors())
                    .extracting(PhoneNumberError::phoneNumberId)
                    .containsExactly("+15035550101");
        }
    }

    @Test
    void connectorsAndGroupsAreDescribedAndListed() {
        assertThat(scene.chime
                        .getVoiceConnectorGroup(request -> request.voiceConnectorGroupId("vcg1"))
                        .voiceConnectorGroup()
                        .voiceConnectorItems())
                .singleElement()
                .satisfies(item -> assertThat(item.voiceConnectorId()).isEqualTo("vc1"));
        assertThat(scene.chime
                        .getVoiceConnector(request -> request.voiceConnectorId("vc1"))
                        .voiceConnector()
                        .voiceConnectorArn())
                .isEqualTo("arn:aws:chime:us-west-2:111122223333:vc/vc1");
        assertThat(scene.chime
                        .listVoiceConnectors(request -> request.maxResults(1))
                        .nextToken())
                .isNotNull();
        assertThat(scene.chime.listVoiceConnectorGroups(request -> {}).voiceConnectorGroups())
                .hasSize(2);
    }
}
