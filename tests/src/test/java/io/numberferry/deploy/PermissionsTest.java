package io.numberferry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.domain.Api;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the roles of template.yaml allow, against what the code calls.
class PermissionsTest {
    /// What the actions begin with of the services that know numbers.
    private static final String[] NUMBERS = {"connect:", "chime:", "tag:"};

    private final Template template = Template.read();

    @Test
    void everyOperationThatIsCalledIsAllowedAndNoOther() {
        Set<String> allowed = new TreeSet<>();
        template.functions().forEach(function -> allowed.addAll(actions(function, NUMBERS)));
        Set<String> called = Arrays.stream(Api.values()).map(Api::qualifiedName).collect(Collectors.toSet());

        assertThat(allowed).containsExactlyInAnyOrderElementsOf(called);
    }

    /// What the code of each function calls: a plan looks at targets and lists, a worker changes numbers and reads
    /// back,
    /// a closing reads back, an export lists.
    private static Set<Api> called(String function) {
        return switch (function) {
            case "PlanFunction" ->
                EnumSet.of(
                        Api.LIST_PHONE_NUMBERS_V2,
                        Api.LIST_FLOW_ASSOCIATIONS,
                        Api.LIST_CONTACT_FLOWS,
                        Api.DESCRIBE_INSTANCE,
                        Api.DESCRIBE_TRAFFIC_DISTRIBUTION_GROUP,
                        Api.GET_RESOURCES,
                        Api.LIST_CHIME_NUMBERS,
                        Api.GET_VOICE_CONNECTOR,
                        Api.GET_VOICE_CONNECTOR_GROUP);
            case "CloseFunction" ->
                EnumSet.of(
                        Api.DESCRIBE_PHONE_NUMBER,
                        Api.LIST_PHONE_NUMBERS_V2,
                        Api.BATCH_GET_FLOW_ASSOCIATION,
                        Api.GET_CHIME_NUMBER);
            case "ApplyFunction" -> {
                Set<Api> calls = called("CloseFunction");
                Arrays.stream(Api.values()).filter(Api::writes).forEach(calls::add);
                yield calls;
            }
            case "ExportFunction" ->
                EnumSet.of(
                        Api.LIST_PHONE_NUMBERS_V2,
                        Api.LIST_FLOW_ASSOCIATIONS,
                        Api.GET_RESOURCES,
                        Api.LIST_CHIME_NUMBERS);
            default -> EnumSet.noneOf(Api.class);
        };
    }

    @Test
    void everyRoleAllowsItsFunctionsCallsOnWhatTheyNeedAndNothingElse() {
        for (String function : template.functions()) {
            Map<String, Set<Need>> needed = new TreeMap<>();
            called(function).forEach(api -> needed.put(api.qualifiedName(), Need.of(api)));

            assertThat(allowed(function)).as(function).isEqualTo(needed);
        }
    }

    /// The resources of each action of the services that know numbers.
    private Map<String, Set<Need>> allowed(String function) {
        Map<String, Set<Need>> allowed = new TreeMap<>();
        for (JsonNode statement : template.statements(function)) {
            for (String action : Template.texts(statement.path("Action"))) {
                if (Arrays.stream(NUMBERS).anyMatch(action::startsWith)) {
                    allowed.computeIfAbsent(action, _ -> EnumSet.noneOf(Need.class))
                            .add(Need.of(statement.path("Resource")));
                }
            }
        }
        return allowed;
    }

    /// Everything else that a function does is with this stack's own files, tables, key and executions.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SubmitFunction | states:StartExecution | stateMachine:${AWS::StackName}-job
            PlanFunction   | s3:PutObject          | ${OutputBucket.Arn}/jobs/*
            PlanFunction   | s3:GetObject          | ${InputBucket.Arn}/* ${OutputBucket.Arn}/jobs/*
            PlanFunction   | s3:ListBucket         | InputBucket.Arn OutputBucket.Arn
            PlanFunction   | dynamodb:UpdateItem   | JournalTable.Arn QuotaTable.Arn
            PlanFunction   | dynamodb:GetItem      | QuotaTable.Arn
            ApplyFunction  | s3:GetObject          | ${OutputBucket.Arn}/jobs/* ${InputBucket.Arn}/*
            ApplyFunction  | dynamodb:PutItem      | JournalTable.Arn
            ApplyFunction  | dynamodb:DeleteItem   | JournalTable.Arn
            ApplyFunction  | dynamodb:UpdateItem   | JournalTable.Arn QuotaTable.Arn
            ReportFunction | s3:PutObject          | ${OutputBucket.Arn}/reports/*
            ReportFunction | s3:GetObject          | ${InputBucket.Arn}/* ${OutputBucket.Arn}/jobs/*
            ReportFunction | dynamodb:Query        | JournalTable.Arn
            ReportFunction | states:DescribeExecution | execution:${AWS::StackName}-job:*
            CloseFunction  | states:DescribeExecution | execution:${AWS::StackName}-job:*
            CloseFunction  | dynamodb:PutItem      | JournalTable.Arn
            ExportFunction | s3:PutObject          | ${OutputBucket.Arn}/exports/*
            ExportFunction | dynamodb:UpdateItem   | QuotaTable.Arn
            """)
    void filesAndTablesAreOpenedOnlyAsFarAsTheFunctionGoes(String function, String action, String resources) {
        Set<String> found = new TreeSet<>();
        for (JsonNode statement : template.statements(function)) {
            if (Template.texts(statement.path("Action")).contains(action)) {
                JsonNode resource = statement.path("Resource");
                String text = resource.has("Fn::GetAtt")
                        ? resource.path("Fn::GetAtt").asText()
                        : resource.path("Fn::Sub").asText();
                found.add(text.startsWith("arn:") ? text.substring(text.indexOf("${AWS::AccountId}:") + 18) : text);
            }
        }

        assertThat(found).containsExactlyInAnyOrder(resources.split(" ", -1));
    }

    @Test
    void onlyTheApplyFunctionMayWriteToTheServices() {
        Set<String> writes = Arrays.stream(Api.values())
                .filter(Api::writes)
                .map(Api::qualifiedName)
                .collect(Collectors.toSet());

        assertThat(actions("PlanFunction", NUMBERS)).doesNotContainAnyElementsOf(writes);
        assertThat(actions("CloseFunction", NUMBERS)).isNotEmpty().doesNotContainAnyElementsOf(writes);
        assertThat(actions("SubmitFunction", NUMBERS)).isEmpty();
        assertThat(actions("ReportFunction", NUMBERS)).isEmpty();
        assertThat(actions("ExportFunction", NUMBERS))
                .containsExactly(
                        "chime:ListPhoneNumbers",
                        "connect:ListFlowAssociations",
                        "connect:ListPhoneNumbersV2",
                        "tag:GetResources");
        assertThat(actions("ApplyFunction", NUMBERS)).containsAll(writes);
    }

    /// Whatever a worker reads to find out what became of a row.
    @Test
    void aClosingMayReadWhatAWorkerMayReadAndNothingElse() {
        Set<String> reads = actions("ApplyFunction", NUMBERS);
        Arrays.stream(Api.values()).filter(Api::writes).map(Api::qualifiedName).forEach(reads::remove);

        assertThat(actions("CloseFunction", NUMBERS)).isEqualTo(reads);
    }

    @Test
    void onlyThePlanReadsHowManyNumbersAnInstanceMayHold() {
        for (String function : template.functions()) {
            assertThat(actions(function, "servicequotas:").isEmpty())
                    .as(function)
                    .isNotEqualTo(function.equals("PlanFunction"));
        }
        assertThat(actions("PlanFunction", "servicequotas:")).containsExactly("servicequotas:GetServiceQuota");
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
    void allResourcesAreAllowedOnlyWhereTheServiceKnowsNoneAndOnlyHere() {
        for (String function : template.functions()) {
            for (JsonNode statement : template.statements(function)) {
                if (Template.texts(statement.path("Resource")).contains("*")) {
                    assertThat(Template.texts(statement.path("Action")))
                            .allMatch(action -> action.startsWith("chime:") || action.equals("tag:GetResources"));
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
}
