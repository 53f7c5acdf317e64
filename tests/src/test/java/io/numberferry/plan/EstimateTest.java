package io.numberferry.plan;

import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.SOUTH;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standing;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Standing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private final Estimate estimate = new Estimate(50);

    @Test
    void aClaimIsSentLookedAtAndGivenItsFlow() {
        estimate.add(row(2, Samples.claimWithFlow(OREGON)));

        assertThat(estimate.calls())
                .isEqualTo(Map.of(
                        Api.CLAIM_PHONE_NUMBER, 1L, Api.DESCRIBE_PHONE_NUMBER, 1L, Api.ASSOCIATE_CONTACT_FLOW, 1L));
    }

    @Test
    void aNumberThatIsOursIsNotClaimedAgain() {
        estimate.add(standingAt(row(2, Samples.claimWithFlow(OREGON)), OREGON));

        assertThat(estimate.calls()).isEqualTo(Map.of(Api.DESCRIBE_PHONE_NUMBER, 1L, Api.ASSOCIATE_CONTACT_FLOW, 1L));
        assertThat(estimate.irreversible()).isZero();
    }

    @Test
    void aMoveIsSentAndLookedAt() {
        estimate.add(standingAt(row(2, Samples.move(OHIO)), OREGON));

        assertThat(estimate.calls()).isEqualTo(Map.of(Api.UPDATE_PHONE_NUMBER, 1L, Api.DESCRIBE_PHONE_NUMBER, 1L));
    }

    @Test
    void aNumberThatHasArrivedOnlyGetsItsFlow() {
        estimate.add(standingAt(row(2, Samples.moveWithFlow(OREGON)), OREGON));

        assertThat(estimate.calls()).isEqualTo(Map.of(Api.ASSOCIATE_CONTACT_FLOW, 1L));
    }

    @Test
    void aNumberWhoseIdIsNotKnownIsLookedUpFirst() {
        estimate.add(row(2, Samples.move(OHIO)));
        estimate.add(row(3, Samples.describe()));

        assertThat(estimate.calls())
                .isEqualTo(Map.of(
                        Api.LIST_PHONE_NUMBERS_V2, 2L, Api.UPDATE_PHONE_NUMBER, 1L, Api.DESCRIBE_PHONE_NUMBER, 2L));
    }

    @Test
    void aNumberThatTheRowIdentifiesIsLookedAtFirst() {
        estimate.add(row(2, new Operation.Release(Optional.of("some-id"))));

        assertThat(estimate.calls()).isEqualTo(Map.of(Api.DESCRIBE_PHONE_NUMBER, 1L, Api.RELEASE_PHONE_NUMBER, 1L));
    }

    @Test
    void otherConnectRowsTakeOneCallAndADescriptionALook() {
        estimate.add(standingAt(row(2, Samples.attachFlow(OREGON)), OREGON));
        estimate.add(standingAt(row(3, Samples.detachFlow(OREGON)), OREGON));
        estimate.add(standingAt(row(4, Samples.describeAs("x")), OREGON));
        estimate.add(standingAt(row(5, Samples.release()), OREGON));
        estimate.add(standingAt(row(6, Samples.describe()), OREGON));

        assertThat(estimate.calls())
                .isEqualTo(Map.of(
                        Api.ASSOCIATE_CONTACT_FLOW, 1L,
                        Api.DISASSOCIATE_CONTACT_FLOW, 1L,
                        Api.UPDATE_PHONE_NUMBER_METADATA, 1L,
                        Api.RELEASE_PHONE_NUMBER, 1L,
                        Api.DESCRIBE_PHONE_NUMBER, 2L));
    }

    @Test
    void chimeRowsOfOneTargetShareCalls() {
        addAll(51, Samples.associate(NORTH));
        addAll(50, Samples.associate(SOUTH));
        addAll(1, new Operation.Associate(SOUTH, true));
        addAll(100, Samples.disassociate(NORTH));

        assertThat(estimate.calls()).isEqualTo(Map.of(Api.ASSOCIATE_WITH_GROUP, 4L, Api.DISASSOCIATE_FROM_GROUP, 2L));
    }

    @Test
    void eachDetailOfAnUpdateIsACallOfItsOwn() {
        addAll(60, Samples.allDetails());

        assertThat(estimate.calls()).isEqualTo(Map.of(Api.BATCH_UPDATE_CHIME_NUMBERS, 6L));
    }

    @Test
    void aDetailOfASingleNumberTakesTheCallForOne() {
        addAll(51, Samples.name("desk-1"));

        assertThat(estimate.calls()).isEqualTo(Map.of(Api.BATCH_UPDATE_CHIME_NUMBERS, 1L, Api.UPDATE_CHIME_NUMBER, 1L));
    }

    @Test
    void detailsThatAreRightAlreadyAreNotSent() {
        Standing held = new Standing.OnChime("SipMediaApplicationDialIn", "Front Desk", false, "", Optional.empty());
        estimate.add(standing(row(2, Samples.allDetails()), held));

        assertThat(estimate.calls()).isEqualTo(Map.of(Api.UPDATE_CHIME_NUMBER, 1L));
    }

    @Test
    void theSlowestApiDecidesTheLeastTime() {
        for (int line = 2; line < 102; line++) {
            estimate.add(row(line, line < 52 ? Samples.claimWithFlow(OREGON) : Samples.claim(OREGON)));
        }

        assertThat(estimate.least(_ -> new Quota(2, 5))).isEqualTo(Duration.ofMillis(47_500));
        assertThat(estimate.least(api -> api == Api.ASSOCIATE_CONTACT_FLOW ? new Quota(0.5, 1) : new Quota(2, 5)))
                .isEqualTo(Duration.ofSeconds(98));
    }

    @Test
    void whatFitsIntoTheBurstTakesNoTime() {
        estimate.add(row(2, Samples.claim(OREGON)));

        assertThat(estimate.least(_ -> new Quota(2, 5))).isZero();
        assertThat(new Estimate(50).least(_ -> new Quota(2, 5))).isZero();
    }

    @Test
    void claimsAndReleasesCannotBeUndone() {
        estimate.add(row(2, Samples.claim(OREGON)));
        estimate.add(standingAt(row(3, Samples.release()), OREGON));
        estimate.add(standingAt(row(4, Samples.move(OHIO)), OREGON));

        assertThat(estimate.irreversible()).isEqualTo(2);
    }

    @Test
    void withOneNumberACallEveryDetailTakesTheCallForOne() {
        Estimate oneByOne = new Estimate(1);
        oneByOne.add(row(2, Samples.name("desk-1")));
        oneByOne.add(row(3, Samples.name("desk-2")));

        assertThat(oneByOne.calls()).isEqualTo(Map.of(Api.UPDATE_CHIME_NUMBER, 2L));
    }

    private void addAll(int count, Operation operation) {
        for (int line = 2; line < count + 2; line++) {
            estimate.add(row(line, operation));
        }
    }
}
