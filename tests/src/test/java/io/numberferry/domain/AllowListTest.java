package io.numberferry.domain;

import static io.numberferry.domain.Samples.CONNECTOR;
import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.SOUTH;
import static io.numberferry.domain.Samples.associate;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.describe;
import static io.numberferry.domain.Samples.disassociate;
import static io.numberferry.domain.Samples.move;
import static io.numberferry.domain.Samples.name;
import static io.numberferry.domain.Samples.release;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standing;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowListTest {
    private static final AllowList SOME = AllowList.of(List.of(OREGON, NORTH), true);
    private static final AllowList NONE = AllowList.of(List.of(), false);
    private static final String OHIO_ARN = OHIO.arn().orElseThrow();

    @Test
    void whereNothingIsLimitedEverythingIsAllowed() {
        assertThat(AllowList.ofEverything().refusal(standingAt(row(2, move(OREGON)), OHIO)))
                .isEmpty();
        assertThat(AllowList.ofEverything().covers(OHIO_ARN)).isTrue();
    }

    @Test
    void onlyTheTargetsOfTheListAreAllowed() {
        assertThat(SOME.refusal(claim(OREGON))).isEmpty();
        assertThat(SOME.refusal(disassociate(NORTH))).isEmpty();
        assertThat(SOME.refusal(claim(OHIO)))
                .contains(OHIO.id() + " is not among the targets that this deployment may use");
        assertThat(SOME.refusal(claim(GROUP))).isPresent();
        assertThat(SOME.refusal(associate(SOUTH))).isPresent();
        assertThat(SOME.refusal(associate(CONNECTOR))).isPresent();
    }

    @Test
    void anInstanceIsKnownByItsIdAlone() {
        assertThat(SOME.refusal(claim(new Target.Instance(OREGON.instanceId(), Optional.empty()))))
                .isEmpty();
    }

    @Test
    void anEmptyListAllowsNothing() {
        assertThat(NONE.refusal(claim(OREGON))).contains("this deployment may not use numbers of Amazon Connect");
        assertThat(NONE.refusal(describe())).isPresent();
        assertThat(NONE.refusal(name("desk")))
                .contains("this deployment may not use numbers of Amazon Chime SDK Voice");
    }

    @Test
    void detailsOfChimeNumbersNeedNoTarget() {
        assertThat(AllowList.of(List.of(), true).refusal(name("desk"))).isEmpty();
        assertThat(AllowList.of(List.of(NORTH), false).refusal(associate(NORTH)))
                .isPresent();
    }

    @Test
    void aNumberIsTakenOnlyFromATargetOfTheList() {
        String refusal =
                "the number is at " + OHIO_ARN + ", which is not among the targets that this deployment may use";

        assertThat(SOME.refusal(standingAt(row(2, move(OREGON)), OHIO))).contains(refusal);
        assertThat(SOME.refusal(standingAt(row(2, release()), OHIO))).contains(refusal);
        assertThat(SOME.refusal(standingAt(row(2, release()), OREGON))).isEmpty();
        assertThat(SOME.refusal(standingAt(row(2, describe()), OHIO))).isEmpty();
    }

    @Test
    void whereANumberWillStandCountsLikeWhereItStands() {
        PlannedItem after =
                standing(row(2, move(OREGON)), new Standing.Foreseen(Samples.heldAt(Samples.number(0), OHIO)));

        assertThat(SOME.refusal(after)).isPresent();
    }

    @Test
    void aChimeNumberIsTakenOnlyFromATargetOfTheList() {
        assertThat(SOME.refusal(standing(row(2, associate(NORTH)), at(SOUTH.id()))))
                .isPresent();
        assertThat(SOME.refusal(standing(row(2, associate(NORTH)), at(NORTH.id()))))
                .isEmpty();
        assertThat(SOME.refusal(standing(row(2, name("desk")), at(SOUTH.id())))).isEmpty();
        assertThat(SOME.refusal(standing(row(2, associate(NORTH)), at("sip-rule/r1"))))
                .isEmpty();
    }

    private static Standing at(String association) {
        return new Standing.OnChime("VoiceConnector", "", false, "", Optional.of(association));
    }
}
