package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowedTargetsTest {
    private static final String INSTANCE =
            "arn:aws:connect:us-west-2:111122223333:instance/aaaaaaaa-0000-4000-8000-000000000001";
    private static final String GROUP =
            "arn:aws:connect:us-west-2:111122223333:traffic-distribution-group/cccccccc-0000-4000-8000-000000000003";
    private static final String CHIME = "arn:aws:chime:us-west-2:111122223333:";

    @Test
    void everyKindOfTargetIsReadFromItsArn() {
        String arns = String.join(",", INSTANCE, GROUP, CHIME + "vcg/abcdef1ghij2", CHIME + "vc/klmno3pqr4");

        assertThat(AllowedTargets.of(new AllowedRequest(arns, "true")))
                .isEqualTo(AllowList.of(
                        List.of(
                                new Target.Instance("aaaaaaaa-0000-4000-8000-000000000001", Optional.of(INSTANCE)),
                                new Target.TrafficDistributionGroup(GROUP),
                                new Target.VoiceConnectorGroup("abcdef1ghij2"),
                                new Target.VoiceConnector("klmno3pqr4")),
                        true));
    }

    @Test
    void emptyListsBetweenCommasHoldNothing() {
        assertThat(AllowedTargets.of(new AllowedRequest(",,,", "false"))).isEqualTo(AllowList.of(List.of(), false));
        assertThat(AllowedTargets.of(new AllowedRequest(null, null))).isEqualTo(AllowList.of(List.of(), false));
    }

    @Test
    void anAsteriskAllowsEverything() {
        assertThat(AllowedTargets.of(new AllowedRequest("*", null))).isEqualTo(AllowList.ofEverything());
    }

    @Test
    void aRequestThatDoesNotSayWhatIsAllowedIsRefused() {
        assertThatThrownBy(() -> AllowedTargets.of(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which targets are allowed");
    }

    @Test
    void whatIsNoTargetIsNamed() {
        assertThatThrownBy(() -> AllowedTargets.of(new AllowedRequest(INSTANCE + ",day", "true")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no target has the ARN day");
    }
}
