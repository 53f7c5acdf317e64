package io.numberferry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The security checklist of the deployment, line by line. docs/adr/012 says what of common rule sets is left out, and
/// why.
class ChecklistTest {
    private final Template template = Template.read();
    private final JsonNode all = template.root().at("/Globals/Function");

    private JsonNode properties(String resource) {
        return template.resource(resource).path("Properties");
    }

    @Test
    void functionsRunOnACurrentRuntimeFromSnapshotsBehindAnAlias() {
        assertThat(all.path("Runtime").asText()).isEqualTo("java25");
        assertThat(Template.texts(all.path("Architectures"))).containsExactly("arm64");
        assertThat(all.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
        assertThat(all.path("AutoPublishAlias").asText()).isEqualTo("live");
        assertThat(all.path("AutoPublishAliasAllProperties").asText()).isEqualTo("true");
    }

    @Test
    void functionsAreTracedAndLimitedInTimeMemoryAndNumber() {
        assertThat(all.path("Tracing").asText()).isEqualTo("Active");
        assertThat(all.path("Timeout").asInt()).isPositive();
        assertThat(all.path("MemorySize").asInt()).isPositive();
        for (String function : template.functions()) {
            assertThat(properties(function)
                            .at("/ReservedConcurrentExecutions/Fn::If/1")
                            .asInt())
                    .as(function)
                    .isPositive();
            assertThat(properties(function).has("CodeSigningConfigArn"))
                    .as(function)
                    .isTrue();
        }
    }

    /// A role of its own, with nothing but what is written here: no managed policy, no shared role.
    @Test
    void everyFunctionHasARoleOfItsOwnWithInlineStatementsOnly() {
        for (String function : template.functions()) {
            assertThat(properties(function).has("Role")).as(function).isFalse();
            assertThat(properties(function).path("Policies"))
                    .as(function)
                    .isNotEmpty()
                    .allMatch(policy -> policy.has("Statement"));
        }
        assertThat(all.has("Role")).isFalse();
    }

    @Test
    void nobodyMayDeleteAdministerOrBecomeSomebodyElse() {
        Set<String> actions = new TreeSet<>();
        template.functions()
                .forEach(function -> template.statements(function)
                        .forEach(statement -> actions.addAll(Template.texts(statement.path("Action")))));
        template.ofType("AWS::IAM::Role")
                .forEach(role -> properties(role)
                        .at("/Policies/0/PolicyDocument/Statement")
                        .forEach(statement -> actions.addAll(Template.texts(statement.path("Action")))));

        assertThat(actions)
                .isNotEmpty()
                .noneMatch(action -> action.contains("*"))
                .noneMatch(action -> action.matches("(iam|sts):.*"))
                .noneMatch(action -> action.matches("(connect|chime|s3|kms|lambda|states):.*Delete.*"))
                .noneMatch(action -> action.matches("(lambda|states):(Update|Create|Put).*"))
                .noneMatch(action -> action.matches("kms:(Put|Create|Schedule|Disable|Update|Enable|Revoke).*"));
    }

    @Test
    void noInstanceIsAllowedThatIsNotNamed() {
        template.functions()
                .forEach(function -> assertThat(template.resource(function).toString())
                        .as(function)
                        .doesNotContain(":instance/*")
                        .doesNotContain("traffic-distribution-group/*"));
    }

    /// A plan looks at the connectors that a file names; to change one it must be named.
    @Test
    void connectorsThatAreNotNamedAreOnlyRead() {
        assertThat(template.resource("PlanFunction").toString()).contains("chime:GetVoiceConnector\"");
        for (String function :
                List.of("SubmitFunction", "ApplyFunction", "ReportFunction", "CloseFunction", "ExportFunction")) {
            assertThat(template.resource(function).toString()).as(function).doesNotContain("vc/*");
        }
    }

    /// Nobody but the services that are meant, and these only on behalf of this account's own resources. A topic's
    /// policy cannot say the latter of EventBridge ("Amazon SNS permissions" in its guide).
    @Test
    void servicesActOnlyForThisAccount() {
        List<JsonNode> statements = new ArrayList<>();
        for (String type : List.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")) {
            template.ofType(type)
                    .forEach(policy ->
                            properties(policy).at("/PolicyDocument/Statement").forEach(statements::add));
        }
        template.ofType("AWS::IAM::Role")
                .forEach(role -> properties(role)
                        .at("/AssumeRolePolicyDocument/Statement")
                        .forEach(statements::add));

        assertThat(statements).hasSizeGreaterThan(10).allSatisfy(statement -> {
            boolean allows = statement.path("Effect").asText().equals("Allow");
            boolean isNews = statement.path("Action").asText().equals("sns:Publish")
                    && statement.at("/Principal/Service").asText().equals("events.amazonaws.com");
            assertThat(!allows || statement.path("Principal").has("Service")).isTrue();
            assertThat(!allows
                            || isNews
                            || statement.path("Condition").toString().contains("aws:SourceAccount")
                            || statement.path("Condition").toString().contains("aws:SourceArn"))
                    .as(statement.path("Sid").asText())
                    .isTrue();
        });
    }

    /// What a job writes must never start one.
    @Test
    void uploadsAreAnnouncedOfTheInputBucketAloneByPrefixAndSuffix() {
        JsonNode events = properties("SubmitFunction").path("Events");

        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.at("/Properties/Bucket/Ref").asText()).isEqualTo("InputBucket");
            assertThat(event.at("/Properties/Filter/S3Key/Rules").findValuesAsText("Name"))
                    .containsExactly("prefix", "suffix");
        });
        assertThat(properties("PlanFunction").path("Environment").toString()).doesNotContain("InputBucket");
        assertThat(all.at("/Environment/Variables/OUTPUT_BUCKET/Ref").asText()).isEqualTo("OutputBucket");
    }

    @Test
    void nothingThatWasAnnouncedIsLost() {
        JsonNode starter = properties("SubmitFunction").path("EventInvokeConfig");
        assertThat(starter.at("/DestinationConfig/OnFailure/Type").asText()).isEqualTo("SQS");
        assertThat(starter.path("MaximumEventAgeInSeconds").asInt()).isPositive();
        for (String rule : template.ofType("AWS::Events::Rule")) {
            assertThat(properties(rule).path("Targets"))
                    .as(rule)
                    .isNotEmpty()
                    .allMatch(target -> target.at("/DeadLetterConfig/Arn").has("Fn::GetAtt"));
        }
    }

    /// Whoever hears of no end makes no report: stopped, out of time, and failed in any way but with a report.
    @Test
    void everyEndWithoutAReportIsClosed() throws Exception {
        JsonNode pattern = properties("StoppedJobs").path("EventPattern").path("detail");

        assertThat(pattern.at("/stateMachineArn/0/Ref").asText()).isEqualTo("Job");
        assertThat(Template.texts(pattern.at("/$or/0/status"))).containsExactly("TIMED_OUT", "ABORTED");
        assertThat(Template.texts(pattern.at("/$or/1/status"))).containsExactly("FAILED");
        assertThat(pattern.at("/$or/1/error/0/anything-but")).isEqualTo(job().at("/Job failed/Error"));
        assertThat(properties("StoppedJobs").at("/Targets/0/Arn/Ref").asText()).isEqualTo("Closing");
        assertThat(template.resource("StoppedJobs").has("Condition")).isFalse();
    }

    @Test
    void aClosingWaitsLongerThanAnyFunctionWorks() {
        assertThat(properties("CloseFunction")
                        .at("/Environment/Variables/WORKERS_GONE_SECONDS")
                        .asInt())
                .isGreaterThan(template.root().at("/Globals/Function/Timeout").asInt());
        assertThat(properties("ApplyFunction").has("Timeout")).isFalse();
    }

    @Test
    void everyParameterHasADefaultAndBounds() {
        template.root().path("Parameters").properties().forEach(parameter -> {
            JsonNode value = parameter.getValue();
            assertThat(value.has("Default")).as(parameter.getKey()).isTrue();
            assertThat(value.path("Description").asText())
                    .as(parameter.getKey())
                    .isNotEmpty();
            assertThat(value.has("AllowedPattern") || value.has("AllowedValues") || value.has("MinValue"))
                    .as(parameter.getKey())
                    .isTrue();
        });
    }

    /// Nothing may be changed until somebody has said what.
    @Test
    void withoutAnyAnswerNothingMayBeChanged() {
        JsonNode parameters = template.root().path("Parameters");
        for (String list : List.of(
                "ConnectInstanceArns",
                "TrafficDistributionGroupArns",
                "VoiceConnectorGroupArns",
                "VoiceConnectorArns")) {
            assertThat(parameters.path(list).path("Default").asText()).as(list).isEmpty();
        }
        for (String permission : List.of("AllowChime", "AllowRelease")) {
            assertThat(parameters.path(permission).path("Default").asText()).isEqualTo("false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"job", "close"})
    void tasksAreRepeatedOnlyForFaultsOfTheGroundTheyStandOn(String machine) throws Exception {
        JsonNode definition = new ObjectMapper()
                .readTree(Path.of("statemachine/" + machine + ".asl.json").toFile());
        List<JsonNode> retries = definition.findValues("Retry");
        retries.removeIf(rules -> rules.toString().contains("EventBridge.FailedEntry"));

        assertThat(retries)
                .isNotEmpty()
                .allSatisfy(rules -> assertThat(rules).allSatisfy(rule -> {
                    assertThat(rule.path("JitterStrategy").asText()).isEqualTo("FULL");
                    assertThat(rule.path("MaxDelaySeconds").asInt()).isPositive();
                    assertThat(Template.texts(rule.path("ErrorEquals")))
                            .contains("Lambda.TooManyRequestsException")
                            .allMatch(name -> name.startsWith("Lambda.")
                                    || name.equals("Sandbox.Timedout")
                                    || name.equals("Runtime.ExitError")
                                    || name.equals("java.lang.OutOfMemoryError")
                                    || name.endsWith(".StorageUnavailableException")
                                    || name.endsWith(".JournalUnavailableException")
                                    || name.endsWith(".ExecutionUnreadableException")
                                    // Another try came first, and the next one sees what it wrote.
                                    || name.endsWith(".PlanChangedException"));
                }));
    }

    private static JsonNode job() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("statemachine/job.asl.json").toFile())
                .path("States");
    }

    @Test
    void whateverFailsBeforeARowCanBeginEndsInTheReport() throws Exception {
        JsonNode states = job();
        for (String state : List.of("Plan", "Show the plan")) {
            Set<String> caught = new TreeSet<>();
            states.path(state).path("Catch").forEach(rule -> {
                assertThat(rule.path("Next").asText()).isEqualTo("Report");
                caught.addAll(Template.texts(rule.path("ErrorEquals")));
            });
            assertThat(caught).as(state).contains("States.ALL", "States.DataLimitExceeded");
        }
    }

    /// A redrive begins at the state that failed. Where the error was caught that is a later one, and batches that were
    /// given up are not run again.
    @Test
    void whateverFailsOnceRowsMayHaveBegunFailsWhereARedriveIsToBegin() throws Exception {
        JsonNode lanes = job().path("Lanes");

        assertThat(lanes.findValue("Catch")).isNull();
        assertThat(lanes.findValues("Type").stream().map(JsonNode::asText))
                .contains("Map", "Task", "Succeed")
                .doesNotContain("Fail");
    }

    /// With batches given up a job does not come to its own report.
    @Test
    void batchesThatWereGivenUpEndTheJobWithAnErrorThatIsClosed() throws Exception {
        JsonNode states = job();
        JsonNode choice = states.path(states.at("/Lanes/Next").asText());
        JsonNode fail = states.path(choice.path("Default").asText());

        assertThat(choice.at("/Choices/0/Next").asText()).isEqualTo("Report");
        assertThat(fail.path("Type").asText()).isEqualTo("Fail");
        assertThat(fail.path("Error").asText()).isEqualTo("BatchesGivenUp");
    }

    /// References travel: what the map reads for itself is not in any state's input.
    @Test
    void batchesAreReadFromAFileAndNotHandedOver() throws Exception {
        JsonNode batches = new ObjectMapper()
                .readTree(Path.of("statemachine/job.asl.json").toFile())
                .findValue("Batches");

        assertThat(batches.at("/ItemReader/Resource").asText()).isEqualTo("arn:aws:states:::s3:getObject");
        assertThat(batches.at("/ItemProcessor/ProcessorConfig/ExecutionType").asText())
                .isEqualTo("STANDARD");
        assertThat(batches.has("MaxConcurrency")).isTrue();
        assertThat(batches.has("Items")).isFalse();
    }

    /// The arguments of an ItemReader are bucket, key and version alone, so the role says whose the bucket must be.
    @Test
    void theMapReadsItsListsFromThisAccountAlone() {
        List<JsonNode> reading = new ArrayList<>();
        template.resource("JobRole")
                .at("/Properties/Policies/0/PolicyDocument/Statement")
                .forEach(statement -> {
                    if (statement.path("Action").asText().startsWith("s3:")) {
                        reading.add(statement);
                    }
                });

        assertThat(reading)
                .singleElement()
                .extracting(statement -> statement
                        .at("/Condition/StringEquals/aws:ResourceAccount/Ref")
                        .asText())
                .isEqualTo("AWS::AccountId");
    }

    @Test
    void nothingSecretAndNoAccountIsWrittenDown() throws Exception {
        String text = java.nio.file.Files.readString(Path.of("template.yaml"));

        assertThat(text.lines()
                        .filter(line -> line.matches(".*\\b\\d{12}\\b.*"))
                        .filter(line -> !line.contains("111122223333"))
                        .collect(Collectors.toList()))
                .isEmpty();
        assertThat(text).doesNotContainIgnoringCase("password").doesNotContain("AKIA");
    }
}
