package io.numberferry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.domain.Api;
import io.numberferry.domain.Service;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the roles of template.yaml allow, against what the code calls.
class PermissionsTest {
    /// A claim that sets tags needs it beside the claim itself.
    private static final String TAGS = "connect:TagResource";

    private final Template template = Template.read();

    @Test
    void everyOperationThatIsCalledIsAllowedAndNoOther() {
        Set<String> allowed = new TreeSet<>();
        template.functions().forEach(function -> allowed.addAll(actions(function, "connect:", "chime:")));
        Set<String> called =
                Arrays.stream(Api.values()).map(PermissionsTest::action).collect(Collectors.toSet());
        called.add(TAGS);

        assertThat(allowed).containsExactlyInAnyOrderElementsOf(called);
    }

    @Test
    void onlyTheApplyFunctionMayWriteToTheServices() {
        Set<String> writes = Arrays.stream(Api.values())
                .filter(Api::writes)
                .map(PermissionsTest::action)
                .collect(Collectors.toSet());

        assertThat(actions("PlanFunction", "connect:", "chime:")).doesNotContainAnyElementsOf(writes);
        assertThat(actions("CloseFunction", "connect:", "chime:")).isNotEmpty().doesNotContainAnyElementsOf(writes);
        assertThat(actions("SubmitFunction", "connect:", "chime:")).isEmpty();
        assertThat(actions("ReportFunction", "connect:", "chime:")).isEmpty();
        assertThat(actions("ExportFunction", "connect:", "chime:"))
                .containsExactly(
                        "chime:ListPhoneNumbers", "connect:ListFlowAssociations", "connect:ListPhoneNumbersV2");
        assertThat(actions("ApplyFunction", "connect:", "chime:")).containsAll(writes);
    }

    /// Whatever a worker reads to find out what became of a row.
    @Test
    void aClosingMayReadWhatAWorkerMayReadAndNothingElse() {
        Set<String> reads = actions("ApplyFunction", "connect:", "chime:");
        Arrays.stream(Api.values())
                .filter(Api::writes)
                .map(PermissionsTest::action)
                .forEach(reads::remove);
        reads.remove(TAGS);

        assertThat(actions("CloseFunction", "connect:", "chime:")).isEqualTo(reads);
    }

    @Test
    void numbersCanBeReleasedOnlyWhereTheParameterAllowsIt() {
        int found = 0;
        for (JsonNode statement : template.resource("ApplyFunction").at("/Properties/Policies/0/Statement")) {
            if (statement.toString().contains("ReleasePhoneNumber")) {
                found++;
                assertThat(statement.at("/Fn::If/0").asText()).isEqualTo("MayRelease");
                assertThat(Template.texts(statement.at("/Fn::If/1/Action")))
                        .containsExactly("connect:ReleasePhoneNumber");
            }
        }
        assertThat(found).isEqualTo(1);
        assertThat(template.root().at("/Parameters/AllowRelease/Default").asText())
                .isEqualTo("false");
    }

    @Test
    void nothingIsAllowedByWildcardAction() {
        for (String function : template.functions()) {
            assertThat(actions(function, ""))
                    .as(function)
                    .isNotEmpty()
                    .noneMatch(action -> action.contains("*"))
                    .noneMatch(action -> action.startsWith("iam:") || action.startsWith("sts:"));
        }
    }

    /// `*` stands only where the service knows no resources, and then the Region is held.
    @Test
    void allResourcesAreAllowedOnlyOfChimeAndOnlyHere() {
        for (String function : template.functions()) {
            for (JsonNode statement : template.statements(function)) {
                if (Template.texts(statement.path("Resource")).contains("*")) {
                    assertThat(Template.texts(statement.path("Action")))
                            .allMatch(action -> action.startsWith("chime:"));
                    assertThat(statement
                                    .at("/Condition/StringEquals/aws:RequestedRegion/Ref")
                                    .asText())
                            .isEqualTo("AWS::Region");
                }
            }
        }
    }

    private Set<String> actions(String function, String... prefixes) {
        Set<String> actions = new TreeSet<>();
        template.statements(function).forEach(statement -> actions.addAll(Template.texts(statement.path("Action"))));
        actions.removeIf(action -> Arrays.stream(prefixes).noneMatch(action::startsWith));
        return actions;
    }

    private static String action(Api api) {
        return (api.service() == Service.CONNECT ? "connect:" : "chime:") + api.operation();
    }
}
