package io.numberferry.apply;

import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.claimWithFlow;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.Journal.Entry;
import io.numberferry.apply.Journal.Lease;
import io.numberferry.domain.Api;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How the second claim of a number ends whose first was accepted and then failed.
class SecondClaimTest {
    private static final PhoneNumber NUMBER = number(0);
    private static final PlannedItem CLAIM = row(2, claim(OREGON));
    private static final String FIRST = "the service gave up; held for you until about noon";

    private final World world = new World();
    private final FakeConnect connect = world.connect;
    private final Script script = connect.wire().script();

    @Test
    void itsRefusalIsBelievedWhereAnEarlierWorkerSentTheFirst() throws InterruptedException {
        connect.failsOnce(NUMBER, "a short failure");
        world.work(World.batch(List.of(CLAIM)), Duration.ofSeconds(25));
        refuse();
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.CLAIM_FAILED);
        assertThat(world.outcome(2).message())
                .startsWith("the service gave up: a short failure; seen at ")
                .contains("; claimed once more, and: refused");
    }

    @Test
    void itsRefusalProvesNothingWhereAnEarlierWorkerMayHaveSentItToo() throws InterruptedException {
        intendedAgain(CLAIM);
        refuse();
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
        assertThat(world.outcome(2).message())
                .startsWith(FIRST + "; claimed once more, and: an earlier request may have got through");
    }

    @Test
    void whereItGetsNoAnswerTheHourOfTheFirstIsKept() throws InterruptedException {
        connect.failsOnce(NUMBER, "a short failure");
        world.time.start(() -> {
            world.time.pass(Duration.ofSeconds(25));
            script.always(Api.CLAIM_PHONE_NUMBER, new Fault.RequestLost());
        });
        world.work(CLAIM);

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
        assertThat(world.outcome(2).message())
                .startsWith("the service gave up: a short failure; seen at 2026-01-01T00:00:01Z")
                .contains("; claimed once more, and: no answer");
    }

    @Test
    void whereTheJobIsStoppedBeforeItTheRowEndsLikeTheFirst() throws InterruptedException {
        intendedAgain(CLAIM);
        world.settle(List.of(CLAIM));

        assertThat(world.reason(2)).isEqualTo(Reason.CLAIM_FAILED);
        assertThat(world.outcome(2).message()).isEqualTo(FIRST);
        assertThat(connect.effects()).isEmpty();
    }

    @Test
    void aNumberThatItBroughtWithoutItsFlowIsNotSaidToBeLost() throws InterruptedException {
        connect.failsOnce(NUMBER, "a short failure");
        script.always(Api.ASSOCIATE_CONTACT_FLOW, Fault.refusal(Kind.ROW, "InvalidParameterException"));
        world.work(row(2, claimWithFlow(OREGON)));

        assertThat(world.reason(2)).isEqualTo(Reason.FLOW_NOT_ATTACHED);
    }

    private void refuse() {
        script.always(Api.CLAIM_PHONE_NUMBER, Fault.refusal(Kind.ROW, "InvalidParameterException"));
    }

    /// An earlier worker saw the first claim fail, stored the intent to send another, and ended.
    private void intendedAgain(PlannedItem row) {
        Lease lease = world.journal.take(Samples.batch(Service.CONNECT, 1), "first");
        world.journal.intend(
                lease,
                new Entry(
                        row.line(),
                        Journal.State.INTENT,
                        Optional.of(ClientToken.of(lease.batch().job(), row, 2)),
                        ClientToken.parametersHash(row),
                        2,
                        Optional.empty(),
                        Optional.empty(),
                        FIRST,
                        Optional.empty()));
    }
}
