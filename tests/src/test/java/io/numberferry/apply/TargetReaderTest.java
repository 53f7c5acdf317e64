package io.numberferry.apply;

import static io.numberferry.domain.Samples.CONNECTOR;
import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OREGON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Target;
import io.numberferry.domain.TargetState;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TargetReaderTest {
    private static final Failure DENIED = new Failure(Failure.Kind.JOB, "AccessDeniedException", "not authorized");

    private final VirtualTime time = VirtualTime.inOrder();
    private final FakeConnect connect = new FakeConnect(time);
    private final FakeChime chime = new FakeChime(time);
    private final TargetReader reader = new TargetReader(
            new Services(connect, chime, 50),
            new Pace(Quotas.defaults(), new InMemoryQuotaStore(), time, new Random(1))
                    .caller(new Tally(), time.now().plus(Duration.ofHours(1))));

    @Test
    void everyKindOfTargetIsLookedAtByItsOwnCall() throws InterruptedException {
        for (Target target : List.of(OREGON, GROUP, NORTH, CONNECTOR)) {
            assertThat(reader.state(target)).isInstanceOf(TargetState.Ready.class);
        }
        assertThat(connect.wire().log())
                .extracting(FakeWire.Arrived::api)
                .containsExactly(Api.DESCRIBE_INSTANCE, Api.DESCRIBE_TRAFFIC_DISTRIBUTION_GROUP);
        assertThat(chime.wire().log())
                .extracting(FakeWire.Arrived::api)
                .containsExactly(Api.GET_VOICE_CONNECTOR_GROUP, Api.GET_VOICE_CONNECTOR);
    }

    @Test
    void aTargetThatTheServiceDoesNotKnowIsMissing() throws InterruptedException {
        connect.stands(OREGON, "");
        chime.missing(NORTH);

        assertThat(reader.state(OREGON)).isEqualTo(new TargetState.Missing());
        assertThat(reader.state(NORTH)).isEqualTo(new TargetState.Missing());
    }

    @Test
    void aTargetThatIsNotActiveIsNotReady() throws InterruptedException {
        connect.stands(GROUP, "CREATION_IN_PROGRESS");

        assertThat(reader.state(GROUP)).isEqualTo(new TargetState.NotReady("CREATION_IN_PROGRESS"));
    }

    @Test
    void anInstanceThatMayNotBeDescribedMayStillBeUsed() throws InterruptedException {
        connect.wire().script().next(Api.DESCRIBE_INSTANCE, Fault.denied());

        assertThat(reader.state(OREGON)).isEqualTo(new TargetState.NotRead(Api.DESCRIBE_INSTANCE, DENIED));
    }

    @Test
    void anInstanceThatHidesItsFlowAssociationsAsWellIsDenied() throws InterruptedException {
        connect.wire().script().next(Api.DESCRIBE_INSTANCE, Fault.denied());
        connect.wire().script().next(Api.LIST_FLOW_ASSOCIATIONS, Fault.denied());

        assertThat(reader.state(OREGON)).isEqualTo(new TargetState.Denied(Api.DESCRIBE_INSTANCE, DENIED));
    }

    @Test
    void aVoiceConnectorThatMayNotBeReadMayStillBeUsed() throws InterruptedException {
        chime.wire().script().next(Api.GET_VOICE_CONNECTOR, Fault.denied());

        assertThat(reader.state(CONNECTOR)).isEqualTo(new TargetState.NotRead(Api.GET_VOICE_CONNECTOR, DENIED));
    }

    @Test
    void aThrottledLookIsTakenAgain() throws InterruptedException {
        connect.wire().script().next(Api.DESCRIBE_INSTANCE, Fault.throttled(), new Fault.RequestLost());

        assertThat(reader.state(OREGON)).isInstanceOf(TargetState.Ready.class);
    }

    @Test
    void wantOfAnAnswerIsAnErrorAndNotAMissingTarget() {
        connect.wire().chance(() -> java.util.Optional.of(new Fault.RequestLost()));

        assertThatThrownBy(() -> reader.state(OREGON))
                .isInstanceOf(InventoryException.class)
                .hasMessageStartingWith("connect:DescribeInstance gave no answer about " + OREGON.instanceId());
    }

    @Test
    void theFlowsOfAnInstanceAreReadFromEveryPage() throws InterruptedException {
        connect.pageSize(1);
        ConnectNumbers.Flow one = flow("1", "Main");
        ConnectNumbers.Flow two = flow("2", "Night");
        connect.hasFlow(OREGON, one);
        connect.hasFlow(OREGON, two);

        assertThat(reader.flows(OREGON.instanceId())).isEqualTo(Reply.ok(List.of(one, two)));
    }

    @Test
    void flowsThatMayNotBeReadAreARefusalAndThoseThatAreCutOffAnError() throws InterruptedException {
        connect.wire().script().next(Api.LIST_CONTACT_FLOWS, Fault.denied());
        assertThat(reader.flows(OREGON.instanceId())).isEqualTo(new Reply.Refused<>(DENIED));

        connect.wire().chance(() -> java.util.Optional.of(new Fault.RequestLost()));
        assertThatThrownBy(() -> reader.flows(OREGON.instanceId())).isInstanceOf(InventoryException.class);
    }

    private static ConnectNumbers.Flow flow(String id, String name) {
        return new ConnectNumbers.Flow(id, "arn:" + id, name, "CONTACT_FLOW", "ACTIVE", "PUBLISHED");
    }
}
