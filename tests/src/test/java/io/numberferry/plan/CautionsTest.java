package io.numberferry.plan;

import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.SOUTH;
import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standing;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.FlowName;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Warning;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CautionsTest {
    private static final Operation FORCED = new Operation.Associate(NORTH, true);

    private final Cautions cautions = new Cautions();

    @Test
    void whatHarmsNobodyIsNotWarnedOf() {
        cautions.add(standing(row(2, FORCED), chime(Optional.empty())));
        cautions.add(standing(row(3, FORCED), chime(Optional.of(NORTH.id()))));
        cautions.add(standing(row(4, Samples.associate(NORTH)), chime(Optional.of(SOUTH.id()))));
        cautions.add(standingAt(row(5, Samples.moveWithFlow(OHIO)), OREGON));

        assertThat(cautions.warnings()).isEmpty();
    }

    @Test
    void claimsAndReleasesCannotBeUndoneAndUseUpTheBudget() {
        cautions.add(row(2, Samples.claimWithFlow(OREGON)));
        cautions.add(row(3, Samples.claimWithFlow(OREGON)));
        cautions.add(standingAt(row(4, new Operation.Release(Optional.empty())), OREGON));

        assertThat(rows())
                .isEqualTo(Map.of(
                        Warning.Code.CANNOT_BE_UNDONE, 3L,
                        Warning.Code.CLAIM_BUDGET, 3L,
                        Warning.Code.PRICE_NOT_KNOWN, 2L));
        assertThat(cautions.warnings().getFirst().message())
                .isEqualTo("2 claims and 1 release cannot be undone: a released number is gone for up to 180 days");
        assertThat(cautions.warnings().get(1).message())
                .startsWith("this file alone makes 3 claims and releases. ")
                .contains("a quota below 2 cannot take them");
    }

    @Test
    void aNumberThatIsOursIsNotClaimedAgain() {
        cautions.add(standingAt(row(2, Samples.claimWithFlow(OREGON)), OREGON));

        assertThat(cautions.warnings()).isEmpty();
    }

    @Test
    void aNumberThatForceWouldTakeFromAnotherIsCounted() {
        cautions.add(standing(row(2, FORCED), chime(Optional.of(SOUTH.id()))));
        cautions.add(standing(row(3, FORCED), new Standing.Foreseen(chime(Optional.of("vc/other")))));
        cautions.add(standing(row(4, FORCED), new Standing.NotRead()));

        assertThat(rows()).isEqualTo(Map.of(Warning.Code.TAKEN_BY_FORCE, 2L, Warning.Code.FORCE_UNSEEN, 1L));
    }

    @Test
    void aNumberIsLeftWithoutAFlowUnlessALaterRowGivesOne() {
        cautions.add(standingAt(row(2, Samples.move(OHIO)), OREGON));
        cautions.add(standingAt(row(3, new Operation.DetachFlow(Optional.empty(), OREGON)), OREGON));
        cautions.add(standingAt(row(4, Samples.move(OHIO)), OREGON));
        cautions.add(after(4, row(5, Samples.describeAs("Desk"))));
        cautions.add(after(5, row(6, new Operation.AttachFlow(Optional.empty(), OHIO, new FlowName("Main")))));

        assertThat(rows()).isEqualTo(Map.of(Warning.Code.LEFT_WITHOUT_FLOW, 2L));
    }

    private Map<Warning.Code, Long> rows() {
        return cautions.warnings().stream().collect(Collectors.toMap(Warning::code, Warning::rows));
    }

    private static Standing.OnChime chime(Optional<String> association) {
        return new Standing.OnChime("VoiceConnector", "", false, "", association);
    }
}
