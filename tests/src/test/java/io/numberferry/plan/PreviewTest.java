package io.numberferry.plan;

import static io.numberferry.domain.Samples.FLOW;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Operation;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Target;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private static final String AT_OHIO = "target=" + arn(OHIO);

    @Test
    void theMessageNamesTheOperationAndItsTarget() {
        assertThat(Preview.message(row(2, Samples.claim(OHIO)))).isEqualTo("would claim: target " + OHIO.id());
        assertThat(Preview.message(row(2, Samples.describe()))).isEqualTo("would describe");
    }

    @Test
    void aClaimLeavesTheNumberAtItsTargetWithItsFlow() {
        assertThat(Preview.after(row(2, Samples.claim(OHIO)))).isEqualTo(AT_OHIO);
        assertThat(Preview.after(row(2, Samples.claimWithFlow(OHIO)))).isEqualTo(AT_OHIO + " flow=" + FLOW);
    }

    @Test
    void aMoveLeavesItsFlowBehind() {
        assertThat(Preview.after(standingAt(row(2, Samples.move(OHIO)), OREGON)))
                .isEqualTo(AT_OHIO);
        assertThat(Preview.after(row(2, Samples.move(OHIO)))).isEqualTo(AT_OHIO);
    }

    @Test
    void anAssociationLeavesTheNumberWithItsTarget() {
        assertThat(Preview.after(row(2, Samples.associate(NORTH)))).isEqualTo("target=group-north");
        assertThat(Preview.after(row(2, new Operation.Disassociate(NORTH)))).isEqualTo("no target");
    }

    @Test
    void aReleaseLeavesNothing() {
        assertThat(Preview.after(row(2, new Operation.Release(Optional.empty()))))
                .isEqualTo("released");
    }

    @Test
    void aDescriptionIsShownBeforeAndAfter() {
        var change = standingAt(row(2, Samples.describeAs("Front desk")), OREGON);

        assertThat(change.before()).isEqualTo("target=" + arn(OREGON) + " description=");
        assertThat(Preview.after(change)).isEqualTo("description=Front desk");
    }

    private static String arn(Target.Instance instance) {
        return instance.arn().orElseThrow();
    }
}
