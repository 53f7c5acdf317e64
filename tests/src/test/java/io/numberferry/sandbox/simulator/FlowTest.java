package io.numberferry.sandbox.simulator;

import static io.numberferry.sandbox.simulator.Scene.ARN;
import static io.numberferry.sandbox.simulator.Scene.DAY;
import static io.numberferry.sandbox.simulator.Scene.GROUP_ARN;
import static io.numberferry.sandbox.simulator.Scene.MAIN_FLOW;
import static io.numberferry.sandbox.simulator.Scene.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.ContactFlowSummary;
import software.amazon.awssdk.services.connect.model.ContactFlowType;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;

class FlowTest {
    private static final String FLOW_ARN = ARN + "instance/" + DAY + "/contact-flow/" + MAIN_FLOW;

    private final Scene scene = Scene.with();

    @AfterEach
    void close() {
        scene.close();
    }

    private void attach(String number, String instanceId, String flowId) {
        scene.connect.associatePhoneNumberContactFlow(
                request -> request.phoneNumberId(number).instanceId(instanceId).contactFlowId(flowId));
    }

    private Map<String, String> attached(String instanceId) {
        return scene
                .connect
                .listFlowAssociationsPaginator(
                        request -> request.instanceId(instanceId).maxResults(1))
                .flowAssociationSummaryList()
                .stream()
                .collect(Collectors.toMap(link -> link.resourceId(), link -> link.flowId()));
    }

    @Test
    void attachedFlowIsListedByTheArnsOfNumberAndFlow() {
        String arn = ARN + "phone-number/" + scene.claimed("+12065550100");

        attach(arn, DAY, MAIN_FLOW);
        attach(arn, DAY, FLOW_ARN);

        assertThat(attached(DAY)).hasSize(2).containsEntry(arn, FLOW_ARN);
        var batch = scene.connect.batchGetFlowAssociation(
                request -> request.instanceId(DAY).resourceIds(arn, "arn:unknown"));
        assertThat(batch.flowAssociationSummaryList())
                .singleElement()
                .satisfies(link -> assertThat(link.flowId()).isEqualTo(FLOW_ARN));
    }

    @Test
    void detachedFlowIsNotListedAndDetachingAgainChangesNothing() {
        String id = scene.claimed("+12065550100");
        attach(id, DAY, MAIN_FLOW);

        for (int i = 0; i < 2; i++) {
            scene.connect.disassociatePhoneNumberContactFlow(
                    request -> request.phoneNumberId(id).instanceId(DAY));
        }

        assertThat(attached(DAY)).doesNotContainKey(ARN + "phone-number/" + id);
    }

    @Test
    void numberOfAGroupRingsAFlowInEachInstance() {
        String id = scene.connect
                .listPhoneNumbersV2(request -> request.targetArn(GROUP_ARN))
                .listPhoneNumbersSummaryList()
                .getFirst()
                .phoneNumberId();

        attach(id, DAY, MAIN_FLOW);
        attach(id, NIGHT, "b0a7b0a7-0f21-4000-8000-000000000f21");

        assertThat(attached(DAY)).containsKey(ARN + "phone-number/" + id);
        assertThat(attached(NIGHT)).containsKey(ARN + "phone-number/" + id);
    }

    @Test
    void whatCannotBeAttachedIsRefused() {
        String id = scene.claimed("+12065550100");

        assertThatThrownBy(() -> attach(id, NIGHT, "b0a7b0a7-0f21-4000-8000-000000000f21"))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> attach(id, DAY, "b0a7b0a7-0f21-4000-8000-000000000f21"))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> attach(id, DAY, "b0a7b0a7-0f12-4000-8000-000000000f12"))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> attach("missing", DAY, MAIN_FLOW)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void oneBatchHoldsAHundredIds() {
        List<String> ids = Collections.nCopies(101, "arn:unknown");

        assertThatThrownBy(() -> scene.connect.batchGetFlowAssociation(
                        request -> request.instanceId(DAY).resourceIds(ids)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void flowsOfAnInstanceAreListedByType() {
        assertThat(scene.connect
                        .listContactFlows(
                                request -> request.instanceId(DAY).contactFlowTypes(ContactFlowType.CONTACT_FLOW))
                        .contactFlowSummaryList())
                .singleElement()
                .returns("Main", ContactFlowSummary::name)
                .returns(FLOW_ARN, ContactFlowSummary::arn)
                .returns("ACTIVE", ContactFlowSummary::contactFlowStateAsString);
        assertThat(scene.connect
                        .describeContactFlow(request -> request.instanceId(DAY).contactFlowId(MAIN_FLOW))
                        .contactFlow()
                        .typeAsString())
                .isEqualTo("CONTACT_FLOW");
    }

    @Test
    void instancesAndGroupsAreDescribed() {
        assertThat(scene.connect
                        .describeInstance(request -> request.instanceId(DAY))
                        .instance()
                        .instanceAlias())
                .isEqualTo("day");
        assertThat(scene.connect
                        .describeTrafficDistributionGroup(request -> request.trafficDistributionGroupId(GROUP_ARN))
                        .trafficDistributionGroup()
                        .statusAsString())
                .isEqualTo("ACTIVE");
        assertThat(scene.connect
                        .listTrafficDistributionGroups(request -> request.instanceId(DAY))
                        .trafficDistributionGroupSummaryList())
                .hasSize(2);
        assertThatThrownBy(() -> scene.connect.describeInstance(request -> request.instanceId("missing")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void tagsAreAddedListedAndRemoved() {
        String arn = ARN + "phone-number/" + scene.claimed("+12065550100");

        scene.connect.tagResource(request -> request.resourceArn(arn).tags(Map.of("a", "1", "b c", "2")));
        scene.connect.untagResource(request -> request.resourceArn(arn).tagKeys("b c"));

        assertThat(scene.connect
                        .listTagsForResource(request -> request.resourceArn(arn))
                        .tags())
                .containsExactly(Map.entry("a", "1"));
        assertThatThrownBy(() -> scene.connect.listTagsForResource(
                        request -> request.resourceArn(ARN + "instance/" + DAY + "/phone-number/x")))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}
