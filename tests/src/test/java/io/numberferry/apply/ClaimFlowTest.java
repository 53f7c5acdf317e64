package io.numberferry.apply;

import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.claimWithFlow;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Reason;
import org.junit.jupiter.api.Test;

/// What becomes of the flow of a number that was claimed.
class ClaimFlowTest {
    private static final String AT_OREGON = "target=" + OREGON.arn().orElseThrow();

    private final World world = new World();
    private final FakeConnect connect = world.connect;
    private final Script script = connect.wire().script();

    @Test
    void aFlowThatIsRefusedLeavesTheNumberAtTheTarget() throws InterruptedException {
        script.always(Api.ASSOCIATE_CONTACT_FLOW, Fault.refusal(Kind.ROW, "ResourceNotFoundException", "no flow"));
        world.work(row(2, claimWithFlow(OREGON)));

        assertThat(world.reason(2)).isEqualTo(Reason.FLOW_NOT_ATTACHED);
        assertThat(world.outcome(2).message())
                .isEqualTo(
                        "the number is at the target, but the flow was refused: no flow (ResourceNotFoundException)");
        assertThat(world.outcome(2).after()).isEqualTo(AT_OREGON);
    }

    @Test
    void aFlowWhoseAnswerIsLostIsReadBack() throws InterruptedException {
        script.always(Api.ASSOCIATE_CONTACT_FLOW, new Fault.AnswerLost());
        world.work(row(2, claimWithFlow(OREGON)));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.wire().log(Api.BATCH_GET_FLOW_ASSOCIATION)).hasSize(1);
    }

    @Test
    void aFlowThatCannotBeReadBackLeavesTheRowUnknown() throws InterruptedException {
        script.always(Api.ASSOCIATE_CONTACT_FLOW, new Fault.RequestLost());
        script.always(Api.BATCH_GET_FLOW_ASSOCIATION, Fault.denied());
        world.work(row(2, claimWithFlow(OREGON)));

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
        assertThat(world.outcome(2).message())
                .startsWith("the number is at the target, but whether its flow was attached cannot be read: not auth");
    }
}
