package io.numberferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.FlowName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowsTest {
    private static final Flows FLOWS = new Flows(Map.of(
            "oregon",
            List.of(
                    new Flows.Flow("id-main", "Main"),
                    new Flows.Flow("id-night", "Night"),
                    new Flows.Flow("id-night-2", "Night"),
                    new Flows.Flow("id-odd", "id-main")),
            "ohio",
            List.of(new Flows.Flow("id-ohio", "Main"))));

    @Test
    void aFlowIsFoundByItsId() {
        assertThat(FLOWS.find("oregon", new FlowName("id-night"))).contains("id-night");
    }

    @Test
    void aFlowIsFoundByItsArn() {
        FlowName arn = new FlowName("arn:aws:connect:us-west-2:111122223333:instance/oregon/contact-flow/id-night");

        assertThat(FLOWS.find("oregon", arn)).contains("id-night");
    }

    @Test
    void aFlowIsFoundByItsNameOnTheInstance() {
        assertThat(FLOWS.find("oregon", new FlowName("Main"))).contains("id-main");
        assertThat(FLOWS.find("ohio", new FlowName("Main"))).contains("id-ohio");
    }

    @Test
    void anIdWinsOverAName() {
        assertThat(FLOWS.find("oregon", new FlowName("id-main"))).contains("id-main");
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
}
