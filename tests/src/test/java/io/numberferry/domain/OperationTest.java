package io.numberferry.domain;

import static io.numberferry.domain.Samples.CONNECTOR;
import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OREGON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationTest {
    private static final Standing.OnChime HELD =
            new Standing.OnChime("VoiceConnector", "Front Desk", false, "desk-1", Optional.empty());

    @Test
    void anUpdateLacksWhatIsNotYetSo() {
        assertThat(Samples.allDetails().lackingOn(HELD))
                .contains(new Operation.Update(
                        Optional.of(ProductType.SIP_MEDIA_APPLICATION_DIAL_IN), Optional.empty(), Optional.empty()));
        assertThat(Samples.name("desk-1").lackingOn(HELD)).isEmpty();
        assertThat(Samples.name("").lackingOn(HELD)).contains(Samples.name(""));
    }

    @Test
    void anUpdateChangesSomething() {
        assertThatThrownBy(() -> new Operation.Update(Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an update changes at least one detail");
    }

    @Test
    void changedDetailsLackWhatIsNotYetSo() {
        Standing.OnConnect held = new Standing.OnConnect(
                new NumberId("1", ""), "arn", Optional.empty(), "Front desk", Optional.of(Samples.tags("a", "1")));
        Operation.ChangeDetails both = new Operation.ChangeDetails(
                Optional.empty(), Optional.of("Front desk"), Optional.of(Samples.tags("a", "2")));

        assertThat(both.lackingOn(held)).contains(Samples.tagAs("a", "2"));
        assertThat(Samples.tagAs("a", "1").lackingOn(held)).isEmpty();
        assertThat(Samples.describeAs("").lackingOn(held)).contains(Samples.describeAs(""));
    }

    @Test
    void tagsThatWereNotReadMayBeOthers() {
        assertThat(Samples.tagAs().lackingOn(Samples.heldAt(Samples.number(0), OREGON)))
                .contains(Samples.tagAs());
    }

    @Test
    void changedDetailsAreAtLeastOne() {
        assertThatThrownBy(() -> new Operation.ChangeDetails(Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an update changes at least one detail");
    }

    @Test
    void aFlowLivesOnTheTargetUnlessItsArnNamesAnotherInstance() {
        FlowName arn = new FlowName("arn:aws:connect:us-west-2:111122223333:instance/i-1/contact-flow/f-1");

        assertThat(Samples.claimWithFlow(OREGON).flowInstanceId()).contains(OREGON.instanceId());
        assertThat(Samples.claimWithFlow(GROUP).flowInstanceId()).isEmpty();
        assertThat(new Operation.Move(Optional.empty(), GROUP, Optional.of(arn)).flowInstanceId())
                .contains("i-1");
        assertThat(Samples.claim(OREGON).flowInstanceId()).isEmpty();
    }

    @Test
    void anInstanceIsRecognisedInWhateverAccountItsArnNames() {
        Target.Instance bare = new Target.Instance("i-1", Optional.empty());

        assertThat(bare.is("arn:aws:connect:us-west-2:111122223333:instance/i-1"))
                .isTrue();
        assertThat(bare.is("arn:aws:connect:us-west-2:111122223333:instance/ii-1"))
                .isFalse();
        assertThat(bare.is("arn:aws:connect:us-west-2:111122223333:instance/i-1/queue/1"))
                .isFalse();
    }

    @Test
    void aGroupIsRecognisedByItsWholeArn() {
        assertThat(GROUP.is(GROUP.groupArn())).isTrue();
        assertThat(GROUP.is(GROUP.groupArn() + "1")).isFalse();
    }

    @Test
    void eachChimeTargetHasCallsOfItsOwn() {
        assertThat(Stream.of(
                        NORTH.associating(),
                        NORTH.disassociating(),
                        CONNECTOR.associating(),
                        CONNECTOR.disassociating()))
                .containsExactly(
                        Api.ASSOCIATE_WITH_GROUP,
                        Api.DISASSOCIATE_FROM_GROUP,
                        Api.ASSOCIATE_WITH_CONNECTOR,
                        Api.DISASSOCIATE_FROM_CONNECTOR);
    }

    @Test
    void aStandingIsSaidInTheManifestsWords() {
        assertThat(HELD.words()).isEqualTo("product_type=VoiceConnector calling_name=Front Desk name=desk-1");
        assertThat(new Standing.OnChime("VoiceConnector", "", false, "", Optional.of("vc/abc")).words())
                .isEqualTo("product_type=VoiceConnector target=vc/abc");
        assertThat(new Standing.OnConnect(new NumberId("1", ""), "arn", Optional.of("f-1"), "").words())
                .isEqualTo("target=arn flow=f-1");
        assertThat(new Standing.Absent().words()).isEqualTo("not owned");
        assertThat(new Standing.NotRead().words()).isEmpty();
    }

    @Test
    void aProductTypeIsFoundWhateverItsCase() {
        assertThat(ProductType.named("voiceconnector")).contains(ProductType.VOICE_CONNECTOR);
        assertThat(ProductType.named("BusinessCalling")).isEmpty();
    }
}
