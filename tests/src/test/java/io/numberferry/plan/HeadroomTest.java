package io.numberferry.plan;

import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.NumberLimit;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadroomTest {
    private final Headroom headroom = new Headroom(Map.of(OREGON.instanceId(), 3, OHIO.instanceId(), 5));

    @Test
    void whatFitsIsNotWarnedOf() {
        headroom.add(row(2, Samples.claimWithFlow(OREGON)));
        headroom.add(row(3, Samples.claimWithFlow(OREGON)));

        assertThat(headroom.warnings(_ -> new NumberLimit.Known(5))).isEmpty();
    }

    @Test
    void moreThanTheInstanceMayHoldIsWarnedOfWithAllFigures() {
        headroom.add(row(2, Samples.claimWithFlow(OREGON)));
        headroom.add(row(3, Samples.claimWithFlow(OREGON)));
        headroom.add(standingAt(row(4, Samples.moveWithFlow(OREGON)), OHIO));

        assertThat(headroom.warnings(_ -> new NumberLimit.Known(5)))
                .containsExactly(new Warning(
                        Warning.Code.NUMBER_QUOTA,
                        "instance " + OREGON.instanceId()
                                + " may hold 5 numbers and holds 3, and this file would bring it 3: 1 would be refused",
                        1));
    }

    @Test
    void anInstanceThatIsFullAlreadyTakesNoneOfTheFile() {
        headroom.add(row(2, Samples.claimWithFlow(OREGON)));
        headroom.add(row(3, Samples.claimWithFlow(OREGON)));

        assertThat(headroom.warnings(_ -> new NumberLimit.Known(1)))
                .extracting(Warning::rows)
                .containsExactly(2L);
    }

    @Test
    void numbersThatTheFileTakesAwayAreNamed() {
        headroom.add(standingAt(row(2, new Operation.Release(Optional.empty())), OREGON));
        headroom.add(standingAt(row(3, Samples.moveWithFlow(OHIO)), OREGON));
        headroom.add(row(4, Samples.claimWithFlow(OREGON)));

        List<Warning> warnings =
                headroom.warnings(instance -> new NumberLimit.Known(instance.equals(OREGON.instanceId()) ? 3 : 100));

        assertThat(warnings)
                .extracting(Warning::message)
                .containsExactly("instance " + OREGON.instanceId()
                        + " may hold 3 numbers and holds 3, and this file would bring it 1: 1 would be refused, fewer"
                        + " where the 2 that the file takes away are gone before");
    }

    @Test
    void aNumberThatIsThereAlreadyDoesNotArrive() {
        headroom.add(standingAt(row(2, Samples.claimWithFlow(OREGON)), OREGON));
        headroom.add(standingAt(row(3, Samples.moveWithFlow(OREGON)), OREGON));

        assertThat(headroom.warnings(_ -> new NumberLimit.Known(0))).isEmpty();
    }

    @Test
    void aQuotaThatCouldNotBeReadIsToldAndNotTakenForEnough() {
        headroom.add(row(2, Samples.claimWithFlow(OHIO)));

        assertThat(headroom.warnings(_ -> new NumberLimit.Unread("not authorized")))
                .containsExactly(new Warning(
                        Warning.Code.NUMBER_QUOTA_NOT_READ,
                        "how many numbers instance " + OHIO.instanceId()
                                + " may hold could not be read (not authorized); it holds 5, and this file would bring"
                                + " it 1",
                        0));
    }
}
