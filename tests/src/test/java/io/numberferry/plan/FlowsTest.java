package io.numberferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.FlowName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowsTest {
    private static final Flows FLOWS = new Flows(
            Map.of(
                    "oregon",
                    List.of(
                            flow("id-main", "Main"),
                            flow("id-night", "Night"),
                            flow("id-night-2", "Night"),
                            flow("id-odd", "id-main")),
                    "ohio",
                    List.of(flow("id-ohio", "Main"))),
            Map.of());

    @Test
    void aFlowIsFoundByItsId() {
        assertThat(FLOWS.find("oregon", new FlowName("id-night")))
                .map(Flows.Flow::id)
                .contains("id-night");
    }

    @Test
    void aFlowIsFoundByItsArn() {
        FlowName arn = new FlowName("arn:aws:connect:us-west-2:111122223333:instance/oregon/contact-flow/id-night");

        assertThat(FLOWS.find("oregon", arn)).map(Flows.Flow::id).contains("id-night");
    }

    @Test
    void aFlowIsFoundByItsNameOnTheInstance() {
        assertThat(FLOWS.find("oregon", new FlowName("Main")))
                .map(Flows.Flow::id)
                .contains("id-main");
        assertThat(FLOWS.find("ohio", new FlowName("Main"))).map(Flows.Flow::id).contains("id-ohio");
    }

    @Test
    void anIdWinsOverAName() {
        assertThat(FLOWS.find("oregon", new FlowName("id-main")))
                .map(Flows.Flow::id)
                .contains("id-main");
    }

    @Test
    void aNameThatTwoFlowsHaveFindsNeither() {
        assertThat(FLOWS.find("oregon", new FlowName("Night"))).isEmpty();
    }

    @Test
    void aNameIsNotGuessed() {
        assertThat(FLOWS.find("oregon", new FlowName("main"))).isEmpty();
        assertThat(FLOWS.find("oregon", new FlowName("Mai"))).isEmpty();
        assertThat(FLOWS.find("ohio", new FlowName("id-main"))).isEmpty();
    }

    @Test
    void anInstanceWhoseFlowsWereNotReadHasNone() {
        assertThat(FLOWS.find("texas", new FlowName("Main"))).isEmpty();
    }

    @Test
    void ofSeveralFlowsOfANameTheOneThatANumberCanRingIsMeant() {
        Flows.Flow whisper = new Flows.Flow("id-whisper", "Main", "CUSTOMER_WHISPER", "ACTIVE", "PUBLISHED");
        Flows flows = new Flows(Map.of("oregon", List.of(whisper, flow("id-main", "Main"))), Map.of());

        assertThat(flows.find("oregon", new FlowName("Main")))
                .map(Flows.Flow::id)
                .contains("id-main");
    }

    @Test
    void onlyAPublishedContactFlowThatIsNotArchivedCanBeRung() {
        assertThat(flow("id", "Main").fault()).isEmpty();
        assertThat(new Flows.Flow("id", "Main", "CUSTOMER_QUEUE", "ACTIVE", "PUBLISHED").fault())
                .contains("is of type CUSTOMER_QUEUE, and a number rings only a CONTACT_FLOW");
        assertThat(new Flows.Flow("id", "Main", "CONTACT_FLOW", "ARCHIVED", "PUBLISHED").fault())
                .contains("is archived");
        assertThat(new Flows.Flow("id", "Main", "CONTACT_FLOW", "ACTIVE", "SAVED").fault())
                .contains("was saved and never published");
    }

    @Test
    void whatTheServiceDidNotSayIsNotHeldAgainstAFlow() {
        assertThat(new Flows.Flow("id", "Main", "", "", "").fault()).isEmpty();
    }

    private static Flows.Flow flow(String id, String name) {
        return new Flows.Flow(id, name, "CONTACT_FLOW", "ACTIVE", "PUBLISHED");
    }
}
