package io.numberferry.sandbox.simulator;

import static io.numberferry.sandbox.simulator.Scene.ARN;
import static io.numberferry.sandbox.simulator.Scene.DAY;
import static io.numberferry.sandbox.simulator.Scene.GROUP_ARN;
import static io.numberferry.sandbox.simulator.Scene.MAIN_FLOW;
import static io.numberferry.sandbox.simulator.Scene.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ResourceInUseException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class MoveTest {
    private final Scene scene = Scene.with();

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

    private void move(String id, String instanceId) {
        scene.connect.updatePhoneNumber(request -> request.phoneNumberId(id).instanceId(instanceId));
    }

    @Test
    void movedNumberKeepsItsIdDescriptionAndTagsAndLosesItsFlow() {
        String id = idOf("+14255550101");

        var answer = scene.connect.updatePhoneNumber(
                request -> request.phoneNumberId(id).targetArn(ARN + "instance/" + NIGHT));
        assertThat(scene.describe(id).phoneNumberStatus().statusAsString()).isEqualTo("IN_PROGRESS");
        scene.time.pass(Scene.SETTLED);

        assertThat(answer.phoneNumberId()).isEqualTo(id);
        var number = scene.describe(id);
        assertThat(number.instanceId()).isEqualTo(NIGHT);
        assertThat(number.phoneNumberStatus().statusAsString()).isEqualTo("CLAIMED");
        assertThat(number.phoneNumberDescription()).isEqualTo("desk");
        assertThat(number.tags()).containsEntry("team", "desk");
        assertThat(scene.connect
                        .listFlowAssociations(request -> request.instanceId(DAY))
                        .flowAssociationSummaryList())
                .isEmpty();
    }

    @Test
    void moveToWhereTheNumberIsChangesNothing() {
        String id = idOf("+14255550101");

        move(id, DAY);

        assertThat(scene.describe(id).phoneNumberStatus().statusAsString()).isEqualTo("CLAIMED");
        assertThat(scene.connect
                        .listFlowAssociations(request -> request.instanceId(DAY))
                        .flowAssociationSummaryList())
                .hasSize(1);
    }

    @Test
    void numberCanMoveToAndFromATrafficDistributionGroup() {
        String id = idOf("+14255550101");

        scene.connect.updatePhoneNumber(request -> request.phoneNumberId(id).targetArn(GROUP_ARN));
        scene.time.pass(Scene.SETTLED);
        assertThat(scene.describe(id).targetArn()).isEqualTo(GROUP_ARN);
        move(id, DAY);
        assertThat(scene.describe(id).targetArn()).isEqualTo(ARN + "instance/" + DAY);
    }

    @Test
    void numberThatIsUnderWayIsInUse() {
        String id = scene.claim("+12065550100").phoneNumberId();

        var refusal = catchThrowableOfType(ResourceInUseException.class, () -> move(id, NIGHT));

        assertThat(refusal.resourceTypeAsString()).isEqualTo("PHONE_NUMBER");
        assertThat(refusal.resourceId()).isEqualTo(id);
        assertThatThrownBy(() -> scene.connect.releasePhoneNumber(request -> request.phoneNumberId(id)))
                .isInstanceOf(ResourceInUseException.class);
    }

    @Test
    void moveBeyondTheQuotaFailsLaterAndTheNumberStays() {
        move(scene.claimed("+12065550100"), NIGHT);
        String id = scene.claimed("+12065550101");

        move(id, NIGHT);
        scene.time.pass(Scene.SETTLED);

        assertThat(scene.describe(id).phoneNumberStatus().statusAsString()).isEqualTo("FAILED");
        assertThat(scene.describe(id).instanceId()).isEqualTo(DAY);
    }

    @Test
    void placeOfANumberThatLeftIsFreeAgain() {
        String first = scene.claimed("+12065550100");
        move(first, NIGHT);
        scene.time.pass(Scene.SETTLED);
        move(first, DAY);

        String second = scene.claimed("+12065550101");
        move(second, NIGHT);
        scene.time.pass(Scene.SETTLED);

        assertThat(scene.describe(second).instanceId()).isEqualTo(NIGHT);
    }

    @Test
    void sameTokenMovesOnce() {
        String id = scene.claimed("+12065550100");
        String token = "any text will do";
        Runnable move = () -> scene.connect.updatePhoneNumber(
                request -> request.phoneNumberId(id).instanceId(NIGHT).clientToken(token));
        move.run();
        move.run();
        scene.time.pass(Scene.SETTLED);

        assertThat(scene.describe(id).instanceId()).isEqualTo(NIGHT);
    }

    @Test
    void changedDescriptionSettlesLikeAClaim() {
        String id = idOf("+14255550101");

        scene.connect.updatePhoneNumberMetadata(
                request -> request.phoneNumberId(id).phoneNumberDescription("new"));

        assertThat(scene.describe(id).phoneNumberStatus().statusAsString()).isEqualTo("IN_PROGRESS");
        scene.time.pass(Scene.SETTLED);
        assertThat(scene.describe(id).phoneNumberDescription()).isEqualTo("new");
        assertThat(scene.describe(id).phoneNumberStatus().statusAsString()).isEqualTo("CLAIMED");
    }

    @Test
    void emptyDescriptionEmptiesIt() {
        String id = idOf("+14255550101");

        scene.connect.updatePhoneNumberMetadata(
                request -> request.phoneNumberId(id).phoneNumberDescription(""));

        assertThat(scene.describe(id).phoneNumberDescription()).isNull();
    }

    @Test
    void releasedNumberIsGoneAndCannotBeClaimed() {
        String id = idOf("+14255550101");

        scene.connect.releasePhoneNumber(request -> request.phoneNumberId(id).clientToken("once"));
        scene.connect.releasePhoneNumber(request -> request.phoneNumberId(id).clientToken("once"));

        assertThatThrownBy(() -> scene.describe(id)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> scene.connect.releasePhoneNumber(request -> request.phoneNumberId(id)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> scene.claim("+14255550101")).hasMessageStartingWith("Phone number not available");
    }

    @Test
    void flowCanBeAttachedAfterTheMove() {
        String id = scene.claim("+12065550100").phoneNumberId();
        assertThatThrownBy(() -> scene.connect.associatePhoneNumberContactFlow(
                        request -> request.phoneNumberId(id).instanceId(DAY).contactFlowId(MAIN_FLOW)))
                .hasMessageStartingWith("The phone number is not claimed yet");
        scene.time.pass(Scene.SETTLED);

        scene.connect.associatePhoneNumberContactFlow(
                request -> request.phoneNumberId(id).instanceId(DAY).contactFlowId(MAIN_FLOW));
    }
}
