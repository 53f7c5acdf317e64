package io.numberferry.plan;

import static io.numberferry.domain.Samples.FLOW;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.SOUTH;
import static io.numberferry.domain.Samples.heldAt;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForesightTest {
    private static final Standing.OnConnect HELD = held(OREGON.arn().orElseThrow(), Optional.of("flow-1"), "Billing");
    private static final Standing.OnChime FREE =
            new Standing.OnChime("VoiceConnector", "Harbor", false, "desk-1", Optional.empty());

    @Test
    void aMovedNumberIsAtItsTargetWithoutAFlow() {
        assertThat(after(Samples.move(OHIO), HELD))
                .isEqualTo(new Standing.Foreseen(held(OHIO.arn().orElseThrow(), Optional.empty(), "Billing")));
    }

    @Test
    void anInstanceThatIsNamedByItsIdIsInTheSameAccountAndRegion() {
        Target.Instance bare = new Target.Instance(OHIO.instanceId(), Optional.empty());
        String account = OREGON.arn().orElseThrow().replaceFirst(":instance/.*", "");

        assertThat(after(Samples.move(bare), HELD))
                .isEqualTo(new Standing.Foreseen(
                        held(account + ":instance/" + OHIO.instanceId(), Optional.empty(), "Billing")));
    }

    @Test
    void aMoveToWhereTheNumberIsKeepsItsFlow() {
        assertThat(after(Samples.move(OREGON), HELD)).isEqualTo(new Standing.Foreseen(HELD));
    }

    @Test
    void flowsComeAndGo() {
        String arn = OREGON.arn().orElseThrow();

        assertThat(after(Samples.attachFlow(OREGON), HELD))
                .isEqualTo(new Standing.Foreseen(held(arn, Optional.of(FLOW), "Billing")));
        assertThat(after(Samples.detachFlow(OREGON), HELD))
                .isEqualTo(new Standing.Foreseen(held(arn, Optional.empty(), "Billing")));
    }

    @Test
    void aDescriptionIsTheLastOneWritten() {
        Standing first = after(Samples.describeAs("Sales"), HELD);

        assertThat(after(Samples.move(OHIO), first))
                .isEqualTo(new Standing.Foreseen(held(OHIO.arn().orElseThrow(), Optional.empty(), "Sales")));
    }

    @Test
    void whatFollowsAClaimOrAReleaseCannotBeTold() {
        assertThat(after(Samples.claim(OREGON), new Standing.Absent())).isEqualTo(new Standing.NotRead());
        assertThat(after(Samples.release(), HELD)).isEqualTo(new Standing.NotRead());
    }

    @Test
    void anAssociationGoesToItsTargetAndADisassociationFromIt() {
        Standing associated = after(Samples.associate(NORTH), FREE);

        assertThat(associated).isEqualTo(new Standing.Foreseen(at(FREE, Optional.of(NORTH.id()))));
        assertThat(after(Samples.disassociate(NORTH), associated)).isEqualTo(new Standing.Foreseen(FREE));
        assertThat(after(Samples.disassociate(SOUTH), associated)).isEqualTo(associated);
    }

    @Test
    void detailsAreThoseOfTheUpdate() {
        Operation.Update update = new Operation.Update(
                Optional.of(ProductType.SIP_MEDIA_APPLICATION_DIAL_IN), Optional.of("Anchor"), Optional.empty());

        assertThat(after(update, FREE))
                .isEqualTo(new Standing.Foreseen(new Standing.OnChime(
                        ProductType.SIP_MEDIA_APPLICATION_DIAL_IN.wireName(),
                        "Anchor",
                        true,
                        "desk-1",
                        Optional.empty())));
    }

    private static Standing after(Operation operation, Standing standing) {
        PlannedItem plain = row(2, operation);
        return Foresight.after(plain.with(standing));
    }

    private static Standing.OnConnect held(String arn, Optional<String> flow, String description) {
        return new Standing.OnConnect(heldAt(number(0), OREGON).number(), arn, flow, description);
    }

    private static Standing.OnChime at(Standing.OnChime held, Optional<String> association) {
        return new Standing.OnChime(held.productType(), held.callingName(), false, held.name(), association);
    }
}
